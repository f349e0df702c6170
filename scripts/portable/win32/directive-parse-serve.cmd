@echo off
rem A double click opens the page of the records that were made last; or drop a folder of records on this file.
setlocal EnableExtensions DisableDelayedExpansion
set "DIRECTIVE_PARSE_LINE="
set "DIRECTIVE_PARSE_STARTER=%~f0"
chcp 65001 >nul 2>nul
setlocal EnableDelayedExpansion
if not defined cmdcmdline goto command
if "!cmdcmdline:%~f0=!"=="!cmdcmdline!" goto command
set "DIRECTIVE_PARSE_LINE=!cmdcmdline!"
"%~dp0node\node.exe" "%~dp0desktop.mjs" serve
pause
exit
:command
endlocal
"%~dp0node\node.exe" "%~dp0desktop.mjs" serve %*
exit /b %errorlevel%

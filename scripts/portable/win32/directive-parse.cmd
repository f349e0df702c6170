@echo off
rem Files or folders dropped on this file are read into "bieu-ghi" beside them; in a terminal it is the command.
setlocal EnableExtensions DisableDelayedExpansion
set "DIRECTIVE_PARSE_LINE="
set "DIRECTIVE_PARSE_STARTER=%~f0"
chcp 65001 >nul 2>nul
setlocal EnableDelayedExpansion
if not defined cmdcmdline goto command
rem Started by Explorer: the line of cmd names this file.
if "!cmdcmdline:%~f0=!"=="!cmdcmdline!" goto command
set "DIRECTIVE_PARSE_LINE=!cmdcmdline!"
"%~dp0node\node.exe" "%~dp0desktop.mjs" drop
pause
rem Not "exit /b": cmd would run what follows an ampersand in a name.
exit
:command
endlocal
"%~dp0node\node.exe" "%~dp0app\bin\directive-parse.js" %*
exit /b %errorlevel%

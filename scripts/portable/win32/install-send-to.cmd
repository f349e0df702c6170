@echo off
rem Puts directive-parse into the menu "Send to" of this user. Run it again after the folder was moved.
setlocal EnableExtensions DisableDelayedExpansion
set "DIRECTIVE_PARSE_STARTER=%~dp0directive-parse.cmd"
rem WScript.Shell takes letters of the system's code page only, Shell.Application takes all.
powershell -NoProfile -ExecutionPolicy Bypass -Command "$ErrorActionPreference='Stop'; $to=[Environment]::GetFolderPath('SendTo'); $link=(New-Object -ComObject WScript.Shell).CreateShortcut((Join-Path $to 'directive-parse.lnk')); $link.TargetPath=$env:ComSpec; $link.Save(); $item=(New-Object -ComObject Shell.Application).NameSpace($to).ParseName('directive-parse.lnk').GetLink; $item.Path=$env:DIRECTIVE_PARSE_STARTER; $item.Save(); Write-Host ('OK: ' + (Join-Path $to 'directive-parse.lnk'))"
pause

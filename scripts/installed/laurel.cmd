@echo off
"%~dp0node.exe" "%~dp0app.asar.unpacked\out\main\laurel.js" %*

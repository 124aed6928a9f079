# PowerShell completion of securebuild. The tool itself says what may follow.
Register-ArgumentCompleter -Native -CommandName securebuild -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition)
    $space = $line.IndexOf(' ')
    $rest = if ($space -lt 0) { '' } else { $line.Substring($space + 1) }
    securebuild "[suggest:$($rest.Length)]" $rest 2>$null |
        Where-Object { $_ -and -not $_.StartsWith('/') -and $_ -ne '-?' -and $_.StartsWith($wordToComplete) } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}

# bash completion of securebuild. The tool itself says what may follow.
_securebuild() {
  local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" rest candidate
  rest="${line#* }"
  [ "$rest" = "$line" ] && rest=""
  COMPREPLY=()
  while IFS= read -r candidate; do
    case "$candidate" in
      "" | /* | "-?") ;;
      "$word"*) COMPREPLY+=("$candidate") ;;
    esac
  done < <(securebuild "[suggest:${#rest}]" "$rest" 2>/dev/null)
}
complete -o default -F _securebuild securebuild

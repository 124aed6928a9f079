#compdef securebuild
# zsh completion of securebuild. The tool itself says what may follow.
_securebuild() {
  local rest="${BUFFER[1,CURSOR]#* }" candidate
  local -a candidates
  [[ "$rest" == "${BUFFER[1,CURSOR]}" ]] && rest=""
  for candidate in "${(@f)$(securebuild "[suggest:${#rest}]" "$rest" 2>/dev/null)}"; do
    [[ -z "$candidate" || "$candidate" == /* || "$candidate" == "-?" ]] || candidates+=("$candidate")
  done
  compadd -- $candidates
  _files
}
if [[ "$funcstack[1]" == "_securebuild" ]]; then _securebuild "$@"; else compdef _securebuild securebuild; fi

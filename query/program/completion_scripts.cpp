#include "query/program/completion.hpp"

namespace chiho {

namespace {

constexpr std::string_view bash = R"sh(# bash completion of chiho-search
#   source <(chiho-search completion bash)
_chiho_search() {
  local LC_ALL=C.UTF-8  # so that printf %q leaves Japanese as it is
  local typed=${COMP_WORDS[COMP_CWORD]} kind word about open=
  local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  # A quote that is open is no part of the word.
  if [[ $typed == [\"\']* ]]; then
    open=${typed:0:1}
    words[COMP_CWORD - 1]=${typed:1}
  fi
  [[ $typed == = ]] && typed=
  {
    IFS= read -r kind
    case $kind in
      :files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$typed") ;;
      :folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$typed") ;;
      *)
        while IFS=$'\t' read -r word about; do
          [[ -n $open ]] || printf -v word %q "$word"
          COMPREPLY+=("$word")
        done
        ;;
    esac
  } < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -F _chiho_search chiho-search
)sh";

constexpr std::string_view zsh = R"sh(#compdef chiho-search
# zsh completion of chiho-search
#   source <(chiho-search completion zsh)
_chiho_search() {
  local -a lines values
  local line word about
  lines=("${(@f)$("${words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  case ${lines[1]} in
    :files) _files ;;
    :folders) _files -/ ;;
    *)
      for line in "${(@)lines[2,-1]}"; do
        [[ -n $line ]] || continue
        word=${line%%$'\t'*}
        about=${line#*$'\t'}
        values+=("${word//:/\\:}${about:+:$about}")
      done
      _describe chiho-search values
      ;;
  esac
}
if [[ ${funcstack[1]} == _chiho_search ]]; then
  _chiho_search "$@"
else
  compdef _chiho_search chiho-search
fi
)sh";

constexpr std::string_view fish = R"sh(# fish completion of chiho-search
#   chiho-search completion fish | source
function __chiho_search_complete
    set -l typed (commandline -ct)
    set -l words (commandline -opc)
    set -l lines ($words[1] __complete $words[2..-1] "$typed" 2>/dev/null)
    switch "$lines[1]"
        case :files
            __fish_complete_path "$typed"
        case :folders
            __fish_complete_directories "$typed"
        case '*'
            printf '%s\n' $lines[2..-1]
    end
end
complete -c chiho-search -f -a '(__chiho_search_complete)'
)sh";

}  // namespace

std::optional<std::string> completion_script(std::string_view shell) {
  if (shell == "bash") return std::string(bash);
  if (shell == "zsh") return std::string(zsh);
  if (shell == "fish") return std::string(fish);
  return std::nullopt;
}

}  // namespace chiho

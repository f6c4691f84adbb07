# Strips comments and empty lines from user.csv, which MeCab's compiler does not know, and compiles it.
file(STRINGS ${IN} lines ENCODING UTF-8 REGEX "^[^#]")
list(JOIN lines "\n" csv)
file(WRITE ${OUT}.csv "${csv}\n")
execute_process(
  COMMAND ${MECAB_DICT_INDEX} -d ${IPADIC_SOURCE} -u ${OUT}.new -f utf-8 -t utf-8 ${OUT}.csv
  OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT EXISTS ${OUT}.new)
  message(FATAL_ERROR "mecab-dict-index failed on ${IN}:\n${output}")
endif()
file(RENAME ${OUT}.new ${OUT})
file(REMOVE ${OUT}.csv)

#include "indexer/options.hpp"

#include <array>

namespace chiho {

namespace {

const std::array<CommandInfo, 8> commands{{
    {"import",
     "FILE... --edition ID -o DIR",
     {"冊子の PDF かテキストを版のフォルダにする。", "A brochure's PDF or text to an edition folder to review."}},
    {"check", "DIR...", {"版のフォルダの誤りをすべて挙げる。", "Every fault of edition folders."}},
    {"build",
     "SOURCE... --db DB",
     {"版や文書（PDF、テキスト、Markdown）のフォルダ、.jsonl から索引を作る。",
      "Folders of editions or documents (PDF, text, Markdown) and .jsonl files to an index."}},
    {"diff",
     "OLD NEW",
     {"二つの版のフォルダの違いを示す。終了コードは、同じなら 0、違えば 1。",
      "What changed between two edition folders (0 same, 1 different)."}},
    {"info",
     "DB",
     {"索引の中身、元、解析器、日時を示す。", "What an index holds, from what, by which analyzer, when."}},
    {"verify", "DB", {"索引のすべてを確かめる。", "Every byte of an index checked."}},
    {"rollback", "DB", {"一つ前の索引に戻す（もう一度で元に戻る）。", "The index before (once more: back again)."}},
    {"export", "DB|DIR", {"JSON Lines で書き出す。", "As JSON Lines."}},
}};

const std::array<OptionInfo, 13> options{{
    {"edition", 0, "ID", false, "import", {"版の id。例: 2018-07。", "The edition's id, such as 2018-07."}},
    {"output", 'o', "DIR", false, "import", {"作る版のフォルダ。", "The edition folder to make."}},
    {"encoding",
     0,
     "NAME",
     false,
     "import",
     {"元の文字コード。指定がなければ判別する。", "Encoding (found out unless given)."}},
    {"corrections",
     0,
     "FILE",
     false,
     "import",
     {"変換の誤りの訂正表（TOML）。", "Corrections of a converter's mistakes (TOML)."}},
    {"db",
     0,
     "DB",
     false,
     "build",
     {"索引のフォルダ（なければ $CHIHO_DB、$XDG_DATA_HOME/chiho-search/index）。",
      "Index folder (else $CHIHO_DB, $XDG_DATA_HOME/chiho-search/index)."}},
    {"force", 0, "", false, "build", {"変わりがなくても作る。", "Build although nothing changed."}},
    {"jobs",
     'j',
     "N",
     false,
     "build",
     {"同時に働くスレッドの数。指定がなければ計算機に合わせる。", "Threads at work; as the machine has unless given."},
     1},
    {"shards",
     0,
     "N",
     false,
     "build",
     {"N 個のシャードに分ける。別々の計算機の xapian-tcpsrv で出すためのもの。",
      "In N shards, to be served by xapian-tcpsrv on machines of their own."},
     1},
    {"wait", 0, "", false, "build rollback", {"別の build が終わるのを待つ。", "Wait for another build to end."}},
    {"format",
     0,
     "human|json|md",
     false,
     "diff",
     {"出力の形式。既定は human（人が読む形）。", "Output format (human unless given)."}},
    {"lang", 0, "ja|en", false, "*", {"表示の言語。既定はロケールによる。", "Language."}},
    {"help", 'h', "", false, "*", {"この説明を示す。命令の後に付けると、その命令の説明。", "This help."}},
    {"version", 0, "", false, "*", {"プログラムの版を示す。", "Version."}},
}};

const std::array<Section, 2> sections{{
    {{"終了コード", "Exit status"},
     {"0 できた（diff では同じ）。1 diff で違いがあった。2 指定が読めない。3 索引がない、または壊れている。4 "
      "記録の誤り。"
      "5 入出力または内部の誤り。130 中断された。",
      "0 done (diff: the same). 1 diff: different. 2 a command line that cannot be understood. 3 no index, or a "
      "damaged "
      "one. 4 faulty records. 5 input, output or internal. 130 interrupted."}},
    {{"例", "Examples"},
     {"  chiho-index build corpus/2018-07 --db index\n"
      "  chiho-index diff corpus/2018-07 corpus/2019-07\n"
      "  chiho-index rollback index",
      "  chiho-index build corpus/2018-07 --db index\n"
      "  chiho-index diff corpus/2018-07 corpus/2019-07\n"
      "  chiho-index rollback index"}},
}};

const Program program{"chiho-index",
                      {"chiho-search の索引を作り、調べる", "make and inspect the indexes of chiho-search"},
                      commands,
                      options,
                      {},
                      sections};

}  // namespace

const Program& index_program() {
  return program;
}

}  // namespace chiho

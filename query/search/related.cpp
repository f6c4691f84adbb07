#include "query/search/related.hpp"

#include "query/index/terms.hpp"

namespace chiho {

using Xapian::Query;

std::vector<Related> related_to(const Index& index, const Record& record) {
  std::vector<Related> all;
  const bool scheme = record.type == RecordType::scheme;
  if ((!scheme && record.type != RecordType::case_study) || record.scheme.empty()) return all;
  std::vector<std::string> names;
  for (const auto& name : record.scheme) names.push_back(filter_term(Field::scheme, name));
  const std::vector<Query> all_three{
      Query(Query::OP_OR, names.begin(), names.end()),
      Query(filter_term(Field::type, to_string(scheme ? RecordType::case_study : RecordType::scheme))),
      Query(filter_term(Field::edition, record.edition))};
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Query(Query::OP_AND, all_three.begin(), all_three.end()));
  const Xapian::MSet set = enquire.get_mset(0, index.database().get_doccount());
  for (auto found = set.begin(); found != set.end(); ++found) {
    const auto document = index.documents().document(*found);
    const Record& other = document->record();
    all.push_back({other.id, other.type, other.title, other.page});
  }
  return all;
}

}  // namespace chiho

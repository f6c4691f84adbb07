// The site: from an address to a page. Knows nothing of sockets.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/web/answer_cache.hpp"
#include "query/web/handles.hpp"
#include "query/web/target.hpp"
#include "query/web/templates.hpp"

namespace chiho::web {

struct WebRequest {
  std::string target;  // as sent: /search?q=…
  std::string accept_language;
  std::string host;
};

struct WebResponse {
  int status = 200;
  std::string type;  // of the content
  std::string body;
  bool keep = false;  // a file whose address changes with its content
};

class Site {
 public:
  explicit Site(Handles& handles);

  // Any request has an answer; what goes wrong is an answer too.
  [[nodiscard]] WebResponse answer(const WebRequest& request) const;
  // The page that says so: 400 and above, for what is no request at all.
  [[nodiscard]] WebResponse refusal(int status, std::string_view accept_language) const;

 private:
  struct Visit;

  [[nodiscard]] WebResponse kept_or_made(const Visit& visit) const;
  [[nodiscard]] WebResponse kept_or_made_again(const Visit& visit) const;
  [[nodiscard]] WebResponse page_at(const Visit& visit) const;
  [[nodiscard]] WebResponse home(const Visit& visit) const;
  [[nodiscard]] WebResponse search(const Visit& visit) const;
  [[nodiscard]] WebResponse search_json(const Visit& visit) const;
  [[nodiscard]] WebResponse record(const Visit& visit) const;
  [[nodiscard]] WebResponse office(const Visit& visit) const;
  [[nodiscard]] WebResponse offices(const Visit& visit) const;
  [[nodiscard]] WebResponse edition(const Visit& visit) const;
  [[nodiscard]] WebResponse opensearch(const Visit& visit) const;
  [[nodiscard]] WebResponse asset(const Visit& visit) const;
  [[nodiscard]] WebResponse fault(const Visit& visit, int status, const Error* error) const;
  [[nodiscard]] WebResponse page(const Visit& visit, std::string_view name, Data data, int status = 200) const;

  Handles& handles_;
  mutable AnswerCache made_;
  Templates templates_;
};

}  // namespace chiho::web

#include "exchange/identity.h"

namespace kk {

std::string hash_text(const Questionnaire& questionnaire) {
  std::string hash;
  append_hex(hash, questionnaire.hash, 16);
  return hash;
}

void write_identity(const Questionnaire& questionnaire, JsonWriter& json) {
  json.open('{');
  json.name("id").text(questionnaire.id);
  json.name("version").text(questionnaire.version);
  json.name("hash").text(hash_text(questionnaire));
  json.close('}');
}

}  // namespace kk

#pragma once

#include "core/base/json.h"
#include "core/base/localtext.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quanke::catalogue {

/// What a person may see and who must not (个人信息保护法 §28): nothing personal, personal, sensitive.
enum class Privacy { None, Personal, Sensitive };

/// One code of a code list and its words.
struct Code {
    std::string code;
    LocalText label;
};

/// One column of a repeating group (股东名单: 姓名, 证件号码, …).
struct Column {
    std::string name; ///< its key in a row
    std::string element; ///< the element it takes its values from, or empty
    LocalText label;
    bool required = false;
};

/// A data element (数据元, GB/T 18391): one entry of the dictionary, used under many roles.
struct Element {
    std::string id; ///< "person.idNo"
    LocalText label;
    LocalText hint; ///< how to fill it in, empty when it goes without saying
    LocalText unit; ///< printed behind the field ("间"), often empty
    std::string standard; ///< "GB 11643-1999", empty when there is none
    Privacy privacy = Privacy::None;
    std::vector<std::string>
        sources; ///< where it can be filled from: idReader, licence:居民身份证, derived, …
    std::vector<Code> codes; ///< the code list it takes its values from, in order; empty when it takes none
    std::string codeList; ///< the list's id, "division" for the hall's own divisions
    std::vector<Column> columns; ///< of a repeating group, in the order they are shown; else empty
    int position = 0; ///< in the dictionary: the order in which fields of one role are asked
    Json schema; ///< JSON Schema 2020-12, references resolved, without the annotations that stand above
};

/// A situation question (情形): its answer decides which branches of the matters' schemas are active.
struct Situation {
    std::string id; ///< "tenure"; the key in values is "situation/tenure"
    LocalText question;
    std::vector<Code> options;
    std::string defaultAnswer;
    /// Fields the answer fills: key → (answer → value).
    std::map<std::string, std::map<std::string, Json>> fills;
};

struct Department {
    std::string id;
    LocalText name;
    LocalText shortName; ///< for boxes and tables
    std::string parent; ///< empty at the top
};

enum class LimitUnit { WorkingDay, Day, Month, Year };

/// A time limit; no value means that there is none by law.
struct Limit {
    std::optional<int> value;
    LimitUnit unit = LimitUnit::WorkingDay;
    LocalText basis;
    bool illustrative = false; ///< plausible, not confirmed: shown with a mark
};

struct LegalBasis {
    std::string text; ///< the instrument's title, as it is
    std::string article;
    bool verified = false;
};

enum class CaseType { Instant, Committed }; // 即办件, 承诺件

/// What changes about a matter's handling under some answers (a schema over the situations).
struct Variant {
    Json condition;
    CaseType caseType = CaseType::Committed;
    Limit statutory;
    Limit committed;
};

struct Dependency {
    std::string matter;
    bool hard = false; ///< hard: must be finished first; soft: its result is used if present
    std::vector<std::string> needs; ///< the keys or materials wanted from it
    LocalText reason;
};

struct ReviewPoint {
    std::string id;
    bool substance = false; ///< of substance (实质) or of form (形式)
    bool machine = false; ///< checked by a program or by a person
    LocalText text;
    std::vector<std::string> keys; ///< the fields and materials it is about
};

/// The result of a matter and what of it flows on to others.
struct MatterResult {
    LocalText name;
    LocalText validity;
    bool electronic = false;
    std::string licenceType;
    std::vector<std::string> outputs; ///< element keys whose values a decision carries
};

struct Fee {
    bool charged = false;
    LocalText text;
};

/// A matter (事项): who decides it, within what, and its form, which is a JSON Schema object.
struct Matter {
    std::string id; ///< "HT-01"
    std::string version;
    LocalText name;
    LocalText shortName; ///< for boxes and tables
    std::vector<std::string> words; ///< what the public calls it: 特行证, 旅馆治安许可
    LocalText kind; ///< 行政许可, 备案, …
    std::string department;
    std::string tier; ///< county, township, village
    CaseType caseType = CaseType::Committed;
    Limit statutory;
    Limit committed;
    std::vector<Variant> variants;
    Fee fee;
    std::vector<LegalBasis> basis;
    std::vector<std::string> channels; ///< of the four lists: mobile, province, paperless, online
    std::vector<Dependency> dependsOn;
    std::vector<ReviewPoint> reviewPoints;
    MatterResult result;
    Json schema; ///< references resolved; properties are fields, materials (MH06) and situations
};

/// A material asked for (申请材料). What of it a matter wants stands in the matter's schema (x-qk-material).
struct Material {
    std::string id; ///< "MH06"
    LocalText name;
    std::string form; ///< electronic, paper-or-electronic
    bool generated = false; ///< made by ourselves from the form
    std::string producedBy; ///< the matter whose result it is, or empty
    std::string licenceType; ///< where the licence library may hold it, or empty
    std::string keyedBy; ///< the key by which the library is asked
    std::string rosterKey; ///< the repeating group a generated list is made of ("staff"), or empty
};

struct BundleMatter {
    std::string matter;
    bool mandatory = false;
    std::string version; ///< pinned: a case keeps it for life
    std::string sha256; ///< pinned: of the matter's file, hex; empty when not given
    std::optional<Json> offerIf; ///< pre-selects or hides the matter while tailoring; a tick wins
};

/// A section of the combined form, in the order a person tells the story.
struct Section {
    std::string id;
    LocalText title;
    std::vector<std::string> roles; ///< the roles whose fields stand here, in order
};

/// A bundled matter (一件事).
struct Bundle {
    std::string id; ///< "BUNDLE-HOTEL"
    std::string version;
    LocalText name;
    std::string audience; ///< legal, personal
    LocalText lifeCycle;
    std::vector<std::string> words; ///< what the public calls it: 开旅店, 开宾馆, 民宿
    std::vector<BundleMatter> matters;
    std::vector<std::string> situations;
    std::vector<Section> sections;
};

} // namespace quanke::catalogue

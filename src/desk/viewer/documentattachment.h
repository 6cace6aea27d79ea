#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;

namespace quanke::desk {

class ActionButton;
struct DeskContext;

/// Files picked from disk for one place of a form: looked through by the reading process, then sealed in the
/// vault.
class DocumentAttachment : public QWidget {
    Q_OBJECT
public:
    enum class Holds { One, Many };

    DocumentAttachment(
        const DeskContext &context, const QString &words, Holds holds, QWidget *parent = nullptr);

    /// Of which case the files are; what was attached before is let go.
    void begin(const std::string &caseId);
    /// Adds the file (or takes it instead of the one before) as soon as it has been looked through.
    void attach(const QString &path);
    /// Documents of the case that the vault has already.
    void bring(const Json &references);
    /// File references (forms/materials.json, "file"), in the order they came.
    const Json &references() const { return m_references; }
    std::vector<std::string> digests() const;
    /// What stands there while nothing is attached ("Optional").
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void pick();
    void store(const QString &path, const std::string &mediaType, int pages);
    void add(const Json &reference);
    void clear();
    void showNames();

    const DeskContext &m_context;
    Holds m_holds;
    std::string m_caseId;
    quint64 m_round = 0; ///< answers to what was begun before are dropped by it
    Json m_references = Json::array();
    QString m_emptyText;
    ActionButton *m_pick;
    ActionButton *m_remove;
    QLabel *m_words;
};

} // namespace quanke::desk

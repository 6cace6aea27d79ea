#pragma once

#include "core/casework/casefile.h"
#include "desk/casepart/valuewords.h"

#include <QLabel>
#include <QWidget>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace quanke::desk {

struct PartField {
    std::string key;
    QString label;
    QString value;
};

struct PartSection {
    QString title;
    std::vector<PartField> fields;
};

/// The fields of `values` in the order of the bundle's sections; materials and situations are left out.
std::vector<PartSection> sectionsOf(const catalogue::Catalogue &catalogue, const std::string &bundle,
    const Json &values, const ValueWords &words);

/// A value that can be marked, as a text is with a marker.
class ValueLabel : public QLabel {
    Q_OBJECT
public:
    explicit ValueLabel(const QString &text, QWidget *parent = nullptr);

    void setMarked(bool marked);
    bool isMarked() const { return m_marked; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_marked = false;
};

/// Part of a form, to be read: its sections, two fields beside each other where there is room.
class PartView : public QWidget {
    Q_OBJECT
public:
    explicit PartView(QWidget *parent = nullptr);

    void show(const std::vector<PartSection> &sections);
    /// Marks these fields and no others. Gives the first of them, or null.
    QWidget *mark(const std::set<std::string> &keys);
    const ValueLabel *valueLabel(const std::string &key) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    int columns() const;

    std::vector<PartSection> m_sections;
    std::set<std::string> m_marked;
    std::map<std::string, ValueLabel *> m_values;
    QWidget *m_content = nullptr;
    int m_columns = 0;
};

} // namespace quanke::desk

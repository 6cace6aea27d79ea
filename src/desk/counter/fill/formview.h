#pragma once

#include "core/form/form.h"
#include "desk/counter/fill/sectionview.h"

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

namespace quanke::desk {

/// The whole form, one section below the other, and the ways through it by keyboard.
class FormView : public QScrollArea {
    Q_OBJECT
public:
    FormView(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);
    ~FormView() override;

    /// Throws the sections away and begins anew: the matters or answers are others.
    void rebuild();
    /// Throws them away: the form they were of is no more.
    void clear();
    /// Brings the field into view and gives it the focus. False when it does not show.
    bool goTo(const std::string &key);
    void goToSection(std::size_t section);
    /// To the next field that can be filled in; from the last one it stays.
    void goBy(int step);
    bool goToNextProblem(int step);
    std::string currentKey() const;
    std::size_t currentSection() const;
    FieldRow *rowOf(const std::string &key);

Q_SIGNALS:
    void currentChanged(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeSections();
    void buildVisible();
    void buildNext();
    void takeChanges(const form::Changes &changes);
    void refreshMessages();
    void takeEdit(FieldRow *row);
    void follow(QWidget *before, QWidget *now);
    FieldRow *rowAbove(QWidget *widget) const;
    void leave(FieldRow *row, FieldRow *next);
    void enter(FieldRow *row);
    std::vector<std::string> fillableKeys() const;
    std::size_t sectionOf(const std::string &key) const;

    const DeskContext &m_context;
    CaseSession &m_session;
    QWidget *m_canvas;
    std::vector<SectionView *> m_sections;
    QPointer<FieldRow> m_current;
    QPointer<QWidget> m_watched;
    QTimer m_builder;
    std::string m_lastKey;
};

} // namespace quanke::desk

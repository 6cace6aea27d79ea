#include "desk/counter/documents/rosterpane.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "desk/counter/session/cellproblems.h"
#include "desk/fields/editorfactory.h"
#include "desk/fields/fieldeditor.h"
#include "desk/fields/fieldrow.h"
#include "desk/look/appearance.h"
#include "desk/look/takeaway.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace quanke::desk {

RosterPane::RosterPane(const DeskContext &context, CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_session(session)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    connect(&session, &CaseSession::problemsChanged, this, &RosterPane::showProblem);
}

void RosterPane::show(const std::string &key)
{
    const catalogue::Element *element = m_context.catalogue->element(key);
    if (!element)
        return;
    if (!m_row || m_row->key() != key) {
        takeAway(m_row);
        m_row = new FieldRow(key, textOf(m_context.catalogue->labelOfKey(key), m_context.language), this);
        m_row->setEditor(makeEditor(*m_context.catalogue, *element, m_context.language, m_row));
        m_row->setObjectName(QStringLiteral("rosterFieldRow"));
        layout()->addWidget(m_row);
        connect(m_row->editor(), &FieldEditor::edited, this, [this, key] {
            m_session.setValue({key, -1, {}}, m_row->editor()->value());
            // A row typed or pasted is journalled at once: there is no next field to go to.
            m_session.leaveField({key, -1, {}}, key);
        });
    }
    if (m_row->editor()->value() != m_session.form().value(key))
        m_row->editor()->show(m_session.form().value(key));
    showProblem();
    setVisible(true);
}

void RosterPane::showProblem()
{
    if (!m_row || !m_session.isOpen())
        return;
    m_row->editor()->showCellProblems(cellProblemsOf(m_session, m_row->key()));
    const auto problems = m_session.shownProblems(m_row->key());
    if (problems.empty())
        m_row->setMessage(Light::Ready, {});
    else
        m_row->setMessage(problems.front().severity == form::Severity::Error ? Light::Wrong : Light::LookAtIt,
            m_session.wordsOf(problems.front()));
}

} // namespace quanke::desk

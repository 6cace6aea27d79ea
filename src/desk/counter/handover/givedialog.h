#pragma once

#include "core/base/result.h"

#include <QDialog>

#include <memory>
#include <string>

class QLabel;
class QLineEdit;

namespace quanke::vault {
class Headway;
struct HandedOver;
} // namespace quanke::vault

namespace quanke::desk {

class ActionButton;
class Banner;
class CaseSession;
class DocumentIntake;
class HeadwayView;
class LabelLine;
struct DeskContext;

/// Hands the case in hand to another desk by a sealed file. A password to be read out stands there already; it is shown
/// until the dialog is closed, and never again. Papers that are still being checked are waited for.
class GiveDialog : public QDialog {
    Q_OBJECT
public:
    GiveDialog(const DeskContext &context, CaseSession &session, const DocumentIntake &intake,
        QWidget *parent = nullptr);

    /// Writes the file and closes the case here: what happens when a place has been chosen.
    void writeTo(const QString &file);

    /// While it is being written: gives that up, and goes out of the way when that takes long (a stick that hangs).
    void reject() override;

private:
    enum class Stage { Asking, AwaitingPapers, Writing };

    void layOut();
    void showPassword();
    void choosePlace();
    void propose(const QString &name);
    void awaitPapers();
    void save();
    void give(std::shared_ptr<vault::Headway> headway);
    void showGiven(const vault::HandedOver &given);
    void refuse(const QString &document, const Failure &failure);
    void fail(const Failure &failure);
    void setStage(Stage stage);

    const DeskContext &m_context;
    CaseSession &m_session;
    const DocumentIntake &m_intake;
    QLabel *m_what;
    LabelLine *m_label;
    QLineEdit *m_password;
    QLabel *m_hint;
    HeadwayView *m_headway;
    Banner *m_outcome;
    ActionButton *m_another;
    ActionButton *m_cancel;
    ActionButton *m_write;
    Stage m_stage = Stage::Asking;
    QString m_file; ///< that is being written
    std::string m_given; ///< the case in it
};

} // namespace quanke::desk

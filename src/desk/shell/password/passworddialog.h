#pragma once

#include <QDialog>

class QLineEdit;

namespace quanke {
struct Failure;
}

namespace quanke::desk {

class ActionButton;
class Banner;
class LabelLine;
struct DeskContext;

/// Another password for an operator, asked of the gateway. What is sealed at this desk follows with the next signing in
/// (SignIn::followChange).
class PasswordDialog : public QDialog {
    Q_OBJECT
public:
    /// `current` as it was typed at signing in; where it is empty it is asked for.
    PasswordDialog(
        const DeskContext &context, QString name, const QString &current, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(const QString &wanted, const QString &current);

private:
    QLineEdit *addField(const char *name, LabelLine *label);
    void layOut(const QString &hint);
    void change();
    bool isComplete();
    void ask(const std::string &device);
    void complain(const Failure &failure);
    void setBusy(bool busy);

    const DeskContext &m_context;
    QString m_name;
    LabelLine *m_currentLabel;
    LabelLine *m_wantedLabel;
    LabelLine *m_againLabel;
    QLineEdit *m_current;
    QLineEdit *m_wanted;
    QLineEdit *m_again;
    Banner *m_outcome;
    ActionButton *m_cancel;
    ActionButton *m_change;
};

} // namespace quanke::desk

#pragma once

#include "core/base/json.h"
#include "core/base/localtext.h"
#include "desk/look/appearance.h"
#include "desk/shell/desk.h"

#include <QElapsedTimer>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

namespace quanke {
class Clock;
namespace desk {
class DeskSettings;
} // namespace desk
} // namespace quanke

namespace quanke::journeys {

/// A step that did not come about: what was waited for.
struct StepFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A desk as a person has it before them: the real one, with a vault of its own, found by objectNames, worked by keys.
/// What a journey waits for comes by the event loop; when it does not come within 20 s, StepFailed is thrown.
class DeskDriver {
public:
    struct Setup {
        QUrl gateway;
        QString dataFolder; ///< empty: a temporary one
        Language language = Language::Chinese;
        desk::Appearance appearance;
        std::optional<certificates::Enrolment> enrolment = {};
    };

    DeskDriver(const Setup &setup, const Clock &clock);
    ~DeskDriver();

    desk::Desk &desk() { return *m_desk; }
    QWidget *window();
    void comeToTheFront(); ///< where there are two

    /// The visible widget of that name and type.
    template <class T = QWidget>
    T *find(const char *name)
    {
        T *found = nullptr;
        waitFor(QString::fromLatin1(name), [&] { return (found = visible<T>(name)) != nullptr; });
        return found;
    }
    template <class T = QWidget>
    T *visible(const char *name)
    {
        const auto candidates = window()->findChildren<T *>(QString::fromLatin1(name));
        for (T *candidate : candidates) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void waitFor(const QString &what, const std::function<bool()> &comes);

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(QWidget *into, const QString &text);
    void click(const char *button);

    /// Whoever sits there signs out first.
    void signIn(const QString &name, const QString &password);
    void signOut();
    /// Opens a workspace by its key, Ctrl and its number.
    void openWorkspace(int number);
    /// Writes into a list's search box what leaves one row, and clicks that row.
    void choose(const char *searchBox, const char *list, const QString &sought);
    /// Where it is asked why one looks: the first answer.
    void answerIfAsked();
    /// Presses a button that asks back, and says yes.
    void confirm(const char *button);
    /// Waits until the gateway has everything that was done here; what it refused is a step that failed.
    void deliver();
    /// Fills every field of the form that shows and can be filled in, one after the other, as the values say.
    void fillForm(const Json &values);
    /// One of them; false when it does not show, is not for the clerk to fill in, or holds the value already.
    bool fillField(const std::string &key, const Json &value);
    /// What a field of the form is typed into.
    QWidget *editorOf(const std::string &key);
    /// Waits until the document that is open stands there in the size it is shown in.
    void waitForPage();
    /// The picture of the window as it stands, into the file.
    void grab(const QString &path);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<desk::DeskSettings> m_settings;
    std::unique_ptr<desk::Desk> m_desk;
};

/// Text of the definitions and fixtures, as JSON; ends the program when it cannot be read (the journey has no ground).
Json readJson(const QString &path);

} // namespace quanke::journeys

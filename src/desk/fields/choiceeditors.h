#pragma once

#include "desk/fields/fieldeditor.h"

#include <QString>

#include <vector>

class QAbstractButton;
class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace quanke::desk {

/// One thing to choose: its value and its words.
struct Choice {
    Json value;
    QString words;
};

/// Yes and no, or up to three codes: all in sight.
class RadioEditor : public FieldEditor {
    Q_OBJECT
public:
    RadioEditor(std::vector<Choice> choices, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    QWidget *focusTarget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;

private:
    std::vector<Choice> m_choices;
    QWidget *m_box;
    QButtonGroup *m_group;
};

/// Longer lists are searched by typing a part of the words.
constexpr std::size_t mostLookedThrough = 16;

/// One code of a list.
class ComboEditor : public FieldEditor {
    Q_OBJECT
public:
    enum class Length {
        Short, ///< looked through
        Long ///< searched by typing any part of the words
    };
    ComboEditor(std::vector<Choice> choices, Length length, QWidget *parent);

    QWidget *widget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;
    void tidy() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int indexOf(const Json &value) const;

    std::vector<Choice> m_choices;
    QComboBox *m_combo;
    Length m_length;
};

/// Any number of codes of a list, each with a tick.
class CheckSetEditor : public FieldEditor {
    Q_OBJECT
public:
    CheckSetEditor(std::vector<Choice> choices, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    QWidget *focusTarget() const override;
    QSize size(int availableWidth) const override;
    Json value() const override;
    void show(const Json &value) override;
    void setReadOnly(bool readOnly) override;

private:
    int place(int availableWidth) const;

    std::vector<Choice> m_choices;
    QWidget *m_box;
    std::vector<QCheckBox *> m_boxes;
};

} // namespace quanke::desk

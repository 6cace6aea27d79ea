#include "desk/counter/documents/materiallist.h"

#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/look/tokens.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace quanke::desk {

namespace {

constexpr int headHeight = 30;
constexpr int rowHeight = 48;
constexpr QSize pictureSize{30, 38};

QRect textLine(const QRect &room, int index)
{
    return {room.left(), room.top() + index * room.height() / 2, room.width(), room.height() / 2};
}

/// Paints the lines straight from the model.
class MaterialDelegate : public QStyledItemDelegate {
public:
    MaterialDelegate(const MaterialModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {scaled(200), scaled(m_model.line(index.row()).row ? rowHeight : headHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const MaterialModel::Line &line = m_model.line(index.row());
        if (line.row)
            paintRow(*painter, option, *line.row);
        else
            paintHead(*painter, option, line);
        painter->restore();
    }

private:
    static void paintHead(
        QPainter &painter, const QStyleOptionViewItem &option, const MaterialModel::Line &line)
    {
        const Tokens &tokens = tokensOf(option.palette);
        painter.fillRect(option.rect, tokens.alternate);
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, tokens.line);
        painter.setFont(boldFont());
        paintLight(painter, option.rect.adjusted(scaled(16), 0, -scaled(16), 0), lightOf(line.group),
            QStringLiteral("%1  %2").arg(nameOf(line.group)).arg(line.count), option.palette);
    }

    static void paintPicture(
        QPainter &painter, const QRect &place, const MaterialRow &row, const Tokens &tokens)
    {
        painter.setPen(QPen(tokens.edge, 1, row.references.empty() ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(row.references.empty() ? Qt::NoBrush : QBrush(Qt::white));
        painter.drawRect(place);
        if (row.picture.isNull())
            return;
        const QSize size = row.picture.size().scaled(place.size() - QSize(2, 2), Qt::KeepAspectRatio);
        QRect target(QPoint(), size);
        target.moveCenter(place.center());
        painter.drawImage(target, row.picture);
    }

    static void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const MaterialRow &row)
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QRect &rect = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        painter.fillRect(rect, selected ? tokens.selection : tokens.base);
        if (selected)
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), tokens.accent);
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);
        const QSize picture(scaled(pictureSize.width()), scaled(pictureSize.height()));
        paintPicture(painter,
            QRect(rect.left() + scaled(20), rect.top() + (rect.height() - picture.height()) / 2,
                picture.width(), picture.height()),
            row, tokens);
        painter.setFont(smallFont());
        const QRect room = rect.adjusted(scaled(64), scaled(5), -scaled(14), -scaled(5));
        painter.setPen(tokens.secondText);
        painter.drawText(
            textLine(room, 0).adjusted(0, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, fromText(row.id));
        const QRect words = room.adjusted(scaled(56), 0, 0, 0);
        const int lightWidth = qMin(widthOfLight(painter.fontMetrics(), row.words), words.width() / 2);
        paintLight(painter, QRect(words.right() - lightWidth, room.top(), lightWidth + 1, room.height()),
            row.light, row.words, option.palette);
        const int textWidth = words.width() - lightWidth - scaled(10);
        painter.setPen(tokens.secondText);
        painter.drawText(textLine(words, 1), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(row.detail, Qt::ElideRight, textWidth));
        painter.setFont(selected ? boldFont() : bodyFont());
        painter.setPen(tokens.text);
        painter.drawText(textLine(words, 0), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(row.name, Qt::ElideRight, textWidth));
    }

    const MaterialModel &m_model;
};

QStringList filesIn(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool takesFiles(const MaterialModel::Line *line)
{
    return line && line->row && line->group != MaterialGroup::FromResult
        && line->group != MaterialGroup::Generated;
}

} // namespace

void MaterialModel::show(std::vector<MaterialRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_lines.clear();
    for (const MaterialRow &row : m_rows) {
        if (m_lines.empty() || m_lines.back().group != row.group)
            m_lines.push_back({row.group, 0, std::nullopt});
        m_lines.push_back({row.group, 0, row});
    }
    for (Line &line : m_lines) {
        for (const MaterialRow &row : m_rows)
            line.count += row.group == line.group;
    }
    endResetModel();
}

int MaterialModel::indexOf(const std::string &material) const
{
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        if (m_lines[index].row && m_lines[index].row->id == material)
            return int(index);
    }
    return -1;
}

int MaterialModel::firstRow() const
{
    return m_lines.size() > 1 ? 1 : -1; // a head stands before
}

int MaterialModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant MaterialModel::data(const QModelIndex &index, int role) const
{
    const Line &line = m_lines[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return line.row ? line.row->name : nameOf(line.group);
    if (role == Qt::AccessibleTextRole)
        return line.row ? listed({line.row->name, line.row->words, line.row->detail}) : nameOf(line.group);
    if (role == Qt::ToolTipRole && line.row)
        return line.row->name + QLatin1Char('\n') + line.row->detail + QLatin1Char('\n') + line.row->words;
    return {};
}

Qt::ItemFlags MaterialModel::flags(const QModelIndex &index) const
{
    return m_lines[std::size_t(index.row())].row ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

MaterialList::MaterialList(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new MaterialDelegate(m_model, this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAcceptDrops(true);
    setDragDropMode(DropOnly);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_showing)
            Q_EMIT chosen();
    });
    connect(this, &QListView::activated, this, &MaterialList::filesWanted);
}

void MaterialList::show(std::vector<MaterialRow> rows)
{
    const MaterialRow *before = current();
    const std::string kept = before ? before->id : std::string();
    const int place = verticalScrollBar()->value();
    m_showing = true;
    m_model.show(std::move(rows));
    int index = kept.empty() ? m_model.firstRow() : m_model.indexOf(kept);
    if (index < 0)
        index = m_model.firstRow();
    setCurrentIndex(m_model.index(index));
    verticalScrollBar()->setValue(place);
    m_showing = false;
    Q_EMIT chosen();
}

const MaterialRow *MaterialList::current() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !m_model.line(index.row()).row)
        return nullptr;
    return &*m_model.line(index.row()).row;
}

void MaterialList::select(const std::string &material)
{
    if (const int index = m_model.indexOf(material); index >= 0)
        setCurrentIndex(m_model.index(index));
}

bool MaterialList::goToNextOpen()
{
    const int count = m_model.rowCount();
    const int from = qMax(0, currentIndex().row());
    for (int step = 1; step <= count; ++step) {
        const int index = (from + step) % count;
        const MaterialModel::Line &line = m_model.line(index);
        if (line.row && (line.group == MaterialGroup::LookAtIt || line.group == MaterialGroup::Missing)) {
            setCurrentIndex(m_model.index(index));
            return true;
        }
    }
    return false;
}

const MaterialModel::Line *MaterialList::lineAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    return index.isValid() ? &m_model.line(index.row()) : nullptr;
}

void MaterialList::dragEnterEvent(QDragEnterEvent *event)
{
    if (!filesIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MaterialList::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(takesFiles(lineAt(event->position().toPoint())));
}

void MaterialList::dropEvent(QDropEvent *event)
{
    const MaterialModel::Line *line = lineAt(event->position().toPoint());
    const QStringList paths = filesIn(event->mimeData());
    if (!takesFiles(line) || paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(fromText(line->row->id), paths);
}

} // namespace quanke::desk

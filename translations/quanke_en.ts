<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>quanke::desk::ApproveWorkspace</name>
    <message numerus="yes">
        <source>%n review point(s) not marked yet</source>
        <translation>
            <numerusform>%n review point not marked yet</numerusform>
            <numerusform>%n review points not marked yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::CheckPage</name>
    <message numerus="yes">
        <source>%1 fields, %n section(s)</source>
        <translation>
            <numerusform>%1 fields, %n section</numerusform>
            <numerusform>%1 fields, %n sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push %n matter(s)</source>
        <translation>
            <numerusform>Push %n matter</numerusform>
            <numerusform>Push %n matters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be put right first</source>
        <translation>
            <numerusform>%n thing must be put right first</numerusform>
            <numerusform>%n things must be put right first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promised for later: %n document(s)</source>
        <translation>
            <numerusform>Promised for later: %n document</numerusform>
            <numerusform>Promised for later: %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n matter(s) to their departments?</source>
        <translation>
            <numerusform>Send %n matter to its department?</numerusform>
            <numerusform>Send %n matters to their departments?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::ConflictForm</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::CounterWorkspace</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::DocumentsPage</name>
    <message numerus="yes">
        <source>%n document(s), %1 ready</source>
        <translation>
            <numerusform>%n document, %1 ready</numerusform>
            <numerusform>%n documents, %1 ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::ExportLine</name>
    <message numerus="yes">
        <source>%n case(s) saved</source>
        <translation>
            <numerusform>%n case saved</numerusform>
            <numerusform>%n cases saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::FindPage</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::History</name>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n matter</numerusform>
            <numerusform>%n matters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::IssueWorkspace</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) handed over to %1?</source>
        <translation>
            <numerusform>%n result handed over to %1?</numerusform>
            <numerusform>%n results handed over to %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::LimitWords</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::Material</name>
    <message numerus="yes">
        <source>for %1 and %n more</source>
        <translation>
            <numerusform>for %1 and %n more</numerusform>
            <numerusform>for %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n original</numerusform>
            <numerusform>%n originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::OutboxPanel</name>
    <message numerus="yes">
        <source>%n act(s) received by the hall, its backup is still to come; kept here until then</source>
        <translation>
            <numerusform>%n act received by the hall, its backup is still to come; kept here until then</numerusform>
            <numerusform>%n acts received by the hall, its backup is still to come; kept here until then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::Outline</name>
    <message numerus="yes">
        <source>%n need no typing:</source>
        <translation>
            <numerusform>%n needs no typing:</numerusform>
            <numerusform>%n need no typing:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::RescuePage</name>
    <message numerus="yes">
        <source>%n operation(s) that had not been shown to have arrived at the gateway lie sealed beside it. Only the gateway can open them. Sending brings in those that it lacks; it takes none twice.</source>
        <translation>
            <numerusform>%n operation that had not been shown to have arrived at the gateway lies sealed beside it. Only the gateway can open it. Sending brings it in where it is lacking; it is not taken twice.</numerusform>
            <numerusform>%n operations that had not been shown to have arrived at the gateway lie sealed beside it. Only the gateway can open them. Sending brings in those that it lacks; it takes none twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed operation(s) were altered on the disk or cannot be read.</source>
        <translation>
            <numerusform>%n sealed operation was altered on the disk or cannot be read.</numerusform>
            <numerusform>%n sealed operations were altered on the disk or cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken in now</source>
        <translation>
            <numerusform>%n taken in now</numerusform>
            <numerusform>%n taken in now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had arrived before</source>
        <translation>
            <numerusform>%n had arrived before</numerusform>
            <numerusform>%n had arrived before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of other people: they sign in and send again</source>
        <translation>
            <numerusform>%n of somebody else: they sign in and send again</numerusform>
            <numerusform>%n of other people: they sign in and send again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused: %1</source>
        <translation>
            <numerusform>%n refused: %1</numerusform>
            <numerusform>%n refused: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received by the hall, its backup is still to come: send once more after that</source>
        <translation>
            <numerusform>%n received by the hall, its backup is still to come: send once more after that</numerusform>
            <numerusform>%n received by the hall, its backup is still to come: send once more after that</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::ShelfModel</name>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1, %n page</numerusform>
            <numerusform>%1, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::SignInPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) kept; sign in to go on at the very field.</source>
        <translation>
            <numerusform>%n draft kept; sign in to go on at the very field.</numerusform>
            <numerusform>%n drafts kept; sign in to go on at the very field.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The password is not right, %n attempt(s) left.</source>
        <translation>
            <numerusform>The password is not right, %n attempt left.</numerusform>
            <numerusform>The password is not right, %n attempts left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. Again in %n minute(s).</source>
        <translation>
            <numerusform>Too many wrong passwords. Again in %n minute.</numerusform>
            <numerusform>Too many wrong passwords. Again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::Standing</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::TailorPage</name>
    <message numerus="yes">
        <source>%1 fields need no typing; the applicant brings %n document(s)</source>
        <translation>
            <numerusform>%1 fields need no typing; the applicant brings %n document</numerusform>
            <numerusform>%1 fields need no typing; the applicant brings %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::TopBar</name>
    <message numerus="yes">
        <source>Online, %n to be sent</source>
        <translation>
            <numerusform>Online, %n to be sent</numerusform>
            <numerusform>Online, %n to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n to be sent, the oldest for %1 min</source>
        <translation>
            <numerusform>Offline, %n to be sent, for %1 min</numerusform>
            <numerusform>Offline, %n to be sent, the oldest for %1 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::TransferView</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::WhyView</name>
    <message numerus="yes">
        <source>and %n other matter(s)</source>
        <translation>
            <numerusform>and %n other matter</numerusform>
            <numerusform>and %n other matters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::WorkPane</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
</TS>

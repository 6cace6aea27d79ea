<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>quanke::desk::ApproveWorkspace</name>
    <message>
        <source>Ask for correction</source>
        <translation>要补正</translation>
    </message>
    <message>
        <source>Sign and decide</source>
        <translation>签名并决定</translation>
    </message>
    <message>
        <source>Choose a case on the left.</source>
        <translation>请在左边选一个办件。</translation>
    </message>
    <message>
        <source>Review points</source>
        <translation>审查要点</translation>
    </message>
    <message>
        <source>This matter is no longer with the department.</source>
        <translation>这个事项已不在本部门。</translation>
    </message>
    <message>
        <source>The gateway did not take it.</source>
        <translation>网关没有收下。</translation>
    </message>
    <message>
        <source>Your act waits to be sent; it leaves by itself.</source>
        <translation>已办，等待发送；连上后自动发出。</translation>
    </message>
    <message>
        <source>Waits for the result of: %1</source>
        <translation>等前件：%1</translation>
    </message>
    <message>
        <source>The applicant is correcting; it comes back by itself.</source>
        <translation>申请人正在补正，补齐后自动回到这里。</translation>
    </message>
    <message>
        <source>You received this case or worked on it, so another person must decide it.</source>
        <translation>你经手过这件的收件，须由他人决定。</translation>
    </message>
    <message numerus="yes">
        <source>%n review point(s) not marked yet</source>
        <translation>
            <numerusform>还有 %n 项要点没选</numerusform>
        </translation>
    </message>
    <message>
        <source>A point is not met: approval is not possible</source>
        <translation>有要点不合格，不能准予</translation>
    </message>
    <message>
        <source>Sign: %1</source>
        <translation>签名：%1</translation>
    </message>
    <message>
        <source>You did not handle the receipt; you may decide.</source>
        <translation>你没经手收件，可以审。</translation>
    </message>
    <message>
        <source>%1: “%2” of %3?</source>
        <translation>%1：%3 的“%2”？</translation>
    </message>
    <message>
        <source>It is signed with your name and cannot be taken back.</source>
        <translation>以你的名义签署，不能撤回。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing waits for this department.</source>
        <translation>本部门没有待办。</translation>
    </message>
    <message>
        <source>Y met, X not met · %1/%2</source>
        <translation>Y 合格，X 不合格 · %1/%2</translation>
    </message>
    <message>
        <source>Somebody else works on this: %1</source>
        <translation>他人正在办理：%1</translation>
    </message>
    <message>
        <source>Two versions came; a supervisor has not chosen yet</source>
        <translation>有两个版本，值班长尚未选定</translation>
    </message>
    <message>
        <source>What you see came first. Once you have accepted it, it stands.</source>
        <translation>您看到的是先到的一份；一经受理即以此为准。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::AreaEditor</name>
    <message>
        <source>One per line; Alt+Enter for the next</source>
        <translation>每行一个，Alt+Enter 换行</translation>
    </message>
</context>
<context>
    <name>quanke::desk::BringInDialog</name>
    <message>
        <source>Password of the file</source>
        <translation>文件密码</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Bring in a case file</source>
        <translation>导入转交文件</translation>
    </message>
    <message>
        <source>Whoever handed it over reads out the password. Blanks do not matter, capitals do.</source>
        <translation>密码由转交人告知。空格可不输，大小写要一致。</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件…</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CaseDetails</name>
    <message>
        <source>Supplement</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Details of the matter</source>
        <translation>事项详情</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>备注（N）</translation>
    </message>
    <message>
        <source>A note for the hall, Enter keeps it</source>
        <translation>给大厅的备注，回车保存</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>By law</source>
        <translation>法定</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>要用</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>To another window of the hall, or to a clerk</source>
        <translation>转给大厅的另一个窗口，或指定人员</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>Perhaps twice</source>
        <translation>疑似重复</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CaseFlow</name>
    <message>
        <source>Stage %1, from receipt</source>
        <translation>第 %1 段，收件当天就开始</translation>
    </message>
    <message>
        <source>Stage %1, after: %2</source>
        <translation>第 %1 段，等：%2</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CasePusher</name>
    <message>
        <source>Original seen: %1</source>
        <translation>原件已核对：%1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CasesPane</name>
    <message>
        <source>Number, name or ID</source>
        <translation>编号、姓名、证件号</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>查找办件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我收的</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>全大厅</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>没有收下</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>No case yet. What is pushed at the counter (Ctrl+1) stands here.</source>
        <translation>还没有办件。在收件（Ctrl+1）推送后会出现在这里。</translation>
    </message>
    <message>
        <source>Nothing here fits. Change the search, or look in the whole hall.</source>
        <translation>没有符合的办件。换个词，或看全大厅。</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CasesWorkspace</name>
    <message>
        <source>Choose a case on the left.</source>
        <translation>请在左边选一个办件。</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Fit the window (0)</source>
        <translation>适合窗口（0）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Arrows: needs the result before it</source>
        <translation>箭头：要用前一件的结果</translation>
    </message>
    <message>
        <source>The gateway did not take this case. The outbox in the top bar says why, and takes it back.</source>
        <translation>网关没有收下这件。点顶栏的待发送可看原因、取回修改。</translation>
    </message>
    <message>
        <source>This case is safe on this desk and leaves by itself as soon as the link is up. How it goes on stands here then.</source>
        <translation>这件已安全存在本机，连上后自动发出；发出后这里可看办理进度。</translation>
    </message>
    <message>
        <source>%1 asks for correction</source>
        <translation>%1要求补正</translation>
    </message>
    <message>
        <source>Refused or denied</source>
        <translation>不予受理或不予</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>%1: two versions</source>
        <translation>%1：有两个版本</translation>
    </message>
    <message>
        <source>Yours came after another. It is kept; a supervisor chooses.</source>
        <translation>您的一份后到，已原样保留，由值班长选定。</translation>
    </message>
    <message>
        <source>Two desks changed it without knowing of each other. A supervisor chooses.</source>
        <translation>两个窗口互不知情地改了同一处，由值班长选定。</translation>
    </message>
    <message>
        <source>%1: your version was not chosen</source>
        <translation>%1：您的版本未被采用</translation>
    </message>
    <message>
        <source>It stays in the history, with the reason.</source>
        <translation>原件留在经过里，并附理由。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CheckPage</name>
    <message>
        <source>Everything the applicant will see</source>
        <translation>申请人会看到的全部内容</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>核对推送</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去改</translation>
    </message>
    <message>
        <source>What each department gets</source>
        <translation>各部门收到什么</translation>
    </message>
    <message>
        <source>what it asks for and not one field more</source>
        <translation>只发该部门要的，多一项也不发</translation>
    </message>
    <message>
        <source>Back to change</source>
        <translation>回去改</translation>
    </message>
    <message>
        <source>Check and push</source>
        <translation>核对推送</translation>
    </message>
    <message numerus="yes">
        <source>%1 fields, %n section(s)</source>
        <translation>
            <numerusform>%1 项，%n 节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push %n matter(s)</source>
        <translation>
            <numerusform>推送 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be put right first</source>
        <translation>
            <numerusform>还有 %n 处要先改好</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 处有错</numerusform>
        </translation>
    </message>
    <message>
        <source>No errors</source>
        <translation>没有错误</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promised for later: %n document(s)</source>
        <translation>
            <numerusform>承诺补交 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>by %1  %2</source>
        <translation>%1 前  %2</translation>
    </message>
    <message>
        <source>Fees: none</source>
        <translation>收费：不收费</translation>
    </message>
    <message>
        <source>Fees: charged for %1, the rest is free</source>
        <translation>收费：%1按标准收取，其余不收费</translation>
    </message>
    <message>
        <source>%1 sees %2 fields and %3 documents; %4 fields stay unseen</source>
        <translation>%1看到 %2 项、%3 份材料；其余 %4 项看不到</translation>
    </message>
    <message>
        <source>Push the case</source>
        <translation>推送办件</translation>
    </message>
    <message numerus="yes">
        <source>Send %n matter(s) to their departments?</source>
        <translation>
            <numerusform>把 %n 件推送到各部门？</numerusform>
        </translation>
    </message>
    <message>
        <source>The applicant has seen everything. From here on changes are corrections.</source>
        <translation>申请人已看过全部内容。推送以后再改就要走补正。</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>再等等</translation>
    </message>
    <message>
        <source>Not pushed</source>
        <translation>没有推送成功</translation>
    </message>
    <message>
        <source>This may have been applied for already</source>
        <translation>疑似重复申请</translation>
    </message>
    <message>
        <source>The same person, with one of these matters: %1. Push only what is not the same.</source>
        <translation>同一申请人已就其中的事项提出过申请，见办件：%1。确认不是重复申请后再推送。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ClockBanner</name>
    <message>
        <source>The clock of this machine and the hall&apos;s do not agree.</source>
        <translation>本机时钟与大厅的时钟不一致。</translation>
    </message>
    <message>
        <source>Here it is %1, at the hall %2. What you save is kept, but receipts and time limits bear the time of this machine: have the clock that is wrong set before you push.</source>
        <translation>本机时间 %1，大厅时间 %2。已录入的内容不会丢，但回执日期和办理时限按本机时间计算：请先把不准的时钟校准，再推送。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CollectorForm</name>
    <message>
        <source>Identity document seen, it is this person</source>
        <translation>已核对证件，人证一致</translation>
    </message>
    <message>
        <source>Who collects</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Number of the identity document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Mobile telephone</source>
        <translation>移动电话</translation>
    </message>
    <message>
        <source>Fill in: %1</source>
        <translation>请填写：%1</translation>
    </message>
    <message>
        <source>Look at the identity document and tick it</source>
        <translation>请核对证件并打勾</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ComboEditor</name>
    <message>
        <source>Type a part of it</source>
        <translation>输入其中几个字</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ConflictForm</name>
    <message>
        <source>Keep what stands</source>
        <translation>保留先到的</translation>
    </message>
    <message>
        <source>Take the late one</source>
        <translation>采用后到的</translation>
    </message>
    <message>
        <source>The two versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Reason of the choice</source>
        <translation>选定的理由</translation>
    </message>
    <message>
        <source>Why this one: asked by telephone, seen the original …</source>
        <translation>为何选这一份：已电话核实、已看原件……</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Two versions: %1</source>
        <translation>两个版本：%1</translation>
    </message>
    <message>
        <source>Two desks changed this without knowing of each other. One version counts, the other stays to be read in the history; nothing is mixed.</source>
        <translation>两个窗口互不知情地改了同一处。只有一份作数，另一份留在经过里可查，不作合并。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Came first and stands</source>
        <translation>先到，现作数</translation>
    </message>
    <message>
        <source>Came late</source>
        <translation>后到</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选定</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Somebody else chooses</source>
        <translation>须由他人选定</translation>
    </message>
    <message>
        <source>Already chosen by %1, %2</source>
        <translation>已由%1选定，%2</translation>
    </message>
    <message>
        <source>A supervisor chooses</source>
        <translation>由值班长选定</translation>
    </message>
    <message>
        <source>Choose one, with a reason</source>
        <translation>选一份，并写明理由</translation>
    </message>
    <message>
        <source>The department has gone on</source>
        <translation>部门已往下办</translation>
    </message>
    <message>
        <source>Choice: %1</source>
        <translation>选定版本：%1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Copies</name>
    <message>
        <source>One copy: the stick is out</source>
        <translation>单份：U 盘不在</translation>
    </message>
    <message>
        <source>One copy: the stick is being written</source>
        <translation>单份：正在写入 U 盘</translation>
    </message>
    <message>
        <source>One copy: the stick is full</source>
        <translation>单份：U 盘已满</translation>
    </message>
    <message>
        <source>One copy: the stick cannot be written</source>
        <translation>单份：U 盘写不进去</translation>
    </message>
    <message>
        <source>Two copies, one on the stick</source>
        <translation>双份，一份在 U 盘上</translation>
    </message>
    <message>
        <source>Two copies on this disk</source>
        <translation>双份，都在本机硬盘上</translation>
    </message>
    <message>
        <source>One copy until somebody has signed in over the link</source>
        <translation>单份：有人联网登录一次后才有第二份</translation>
    </message>
    <message>
        <source>One copy: the disk did not take the second</source>
        <translation>单份：硬盘没有写下第二份</translation>
    </message>
    <message>
        <source>One copy of another&apos;s work until they sign in</source>
        <translation>单份：其他人员登录后才有其第二份</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CorrectionItems</name>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Field or material to be corrected</source>
        <translation>要补正的字段或材料</translation>
    </message>
    <message>
        <source>What is wrong and how to mend it</source>
        <translation>哪里不对，怎样补正</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>去掉：%1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::CounterWorkspace</name>
    <message>
        <source>Receive</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Draft %1</source>
        <translation>草稿 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>已 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>back where the desk stopped without being closed</source>
        <translation>上次意外中断，已回到原处</translation>
    </message>
    <message>
        <source>just begun</source>
        <translation>刚开始</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>To another desk by a sealed file, where there is no link</source>
        <translation>没有网络时，用加密文件转给另一台窗口机</translation>
    </message>
</context>
<context>
    <name>quanke::desk::DateEditor</name>
    <message>
        <source>YYYY-MM-DD HH:MM</source>
        <translation>年-月-日 时:分</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期</translation>
    </message>
</context>
<context>
    <name>quanke::desk::DecisionPane</name>
    <message>
        <source>Attach the result</source>
        <translation>附结果文书</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Optional: the result&apos;s PDF</source>
        <translation>可不附：结果 PDF</translation>
    </message>
    <message>
        <source>Legal basis of not accepting</source>
        <translation>不予受理的依据</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>Ask for correction</source>
        <translation>要补正</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Reason, as the applicant will read it</source>
        <translation>理由（申请人会看到）</translation>
    </message>
    <message>
        <source>Opinion (may stay empty)</source>
        <translation>意见（可不填）</translation>
    </message>
    <message>
        <source>Fill in what the result brings</source>
        <translation>请填写结果内容</translation>
    </message>
    <message>
        <source>Give the reason</source>
        <translation>请填写理由</translation>
    </message>
    <message>
        <source>Choose what is to be corrected, each with its reason</source>
        <translation>请选出要补正的项，逐项写原因</translation>
    </message>
    <message>
        <source>Give the reason and its legal basis</source>
        <translation>请填写理由和依据</translation>
    </message>
</context>
<context>
    <name>quanke::desk::DocumentAttachment</name>
    <message>
        <source>Take the documents away</source>
        <translation>取下材料</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.jpg *.jpeg *.png)</source>
        <translation>材料 (*.pdf *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Checking “%1” …</source>
        <translation>正在检查“%1”……</translation>
    </message>
</context>
<context>
    <name>quanke::desk::DocumentIntake</name>
    <message>
        <source>a document of this case</source>
        <translation>本件的一份材料</translation>
    </message>
</context>
<context>
    <name>quanke::desk::DocumentViewer</name>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Opening “%1” …</source>
        <translation>正在打开“%1”……</translation>
    </message>
    <message>
        <source>Page %1 / %2</source>
        <translation>第 %1/%2 页</translation>
    </message>
</context>
<context>
    <name>quanke::desk::DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>收材料</translation>
    </message>
    <message>
        <source>&amp;Original seen, copy matches</source>
        <translation>与原件核对无误(&amp;O)</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Also for</source>
        <translation>同时用于</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Check and push</source>
        <translation>核对并推送</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1 ready</source>
        <translation>
            <numerusform>%n 份，%1 份就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a file here on the list, or choose one with Ctrl+O</source>
        <translation>把文件拖到这一行，或按 Ctrl+O 选文件</translation>
    </message>
    <message>
        <source>Nothing to hand in: it comes by itself</source>
        <translation>不用交：系统会自动取得</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1，第 %2/%3 页</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.jpg *.jpeg *.png);;All files (*)</source>
        <translation>材料 (*.pdf *.jpg *.jpeg *.png);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已存 %1</translation>
    </message>
    <message>
        <source>Files can be dropped on any line</source>
        <translation>可把文件拖到任一行</translation>
    </message>
    <message>
        <source>List of documents</source>
        <translation>材料清单</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知书</translation>
    </message>
</context>
<context>
    <name>quanke::desk::DraftRow</name>
    <message>
        <source>at the questions</source>
        <translation>停在问情形</translation>
    </message>
    <message>
        <source>at the form</source>
        <translation>停在填表</translation>
    </message>
    <message>
        <source>at the documents</source>
        <translation>停在收材料</translation>
    </message>
    <message>
        <source>at the check</source>
        <translation>停在核对</translation>
    </message>
    <message>
        <source>handed over by a file</source>
        <translation>已用文件转交</translation>
    </message>
</context>
<context>
    <name>quanke::desk::EditorFactory</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>quanke::desk::EnrolmentDialog</name>
    <message>
        <source>Password of the enrolment</source>
        <translation>登记文件的口令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Enrol this desk</source>
        <translation>登记本机</translation>
    </message>
    <message>
        <source>The file %1 makes this desk one of the hall&apos;s. Whoever made it tells you the password.</source>
        <translation>文件 %1 把本机登记为大厅的设备。口令请向制作此文件的人索取。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ExportLine</name>
    <message>
        <source>Save this list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>As a spreadsheet, names masked as they are here. It is written down who did.</source>
        <translation>存为表格，姓名照此处遮盖；何人导出记入留痕。</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件清单</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) saved</source>
        <translation>
            <numerusform>已导出 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::FieldRow</name>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
</context>
<context>
    <name>quanke::desk::FillPage</name>
    <message>
        <source>Check and push</source>
        <translation>核对并推送</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>填表</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已存 %1</translation>
    </message>
    <message>
        <source>sealed on this machine, safe from a power cut</source>
        <translation>本机加密，断电不丢</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>没有存上</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知书</translation>
    </message>
</context>
<context>
    <name>quanke::desk::FindDelegate</name>
    <message>
        <source>also called </source>
        <translation>俗称 </translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>quanke::desk::FindHeader</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Promised (by law)</source>
        <translation>承诺（法定）</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
</context>
<context>
    <name>quanke::desk::FindModel</name>
    <message>
        <source>Bundles</source>
        <translation>一件事</translation>
    </message>
    <message>
        <source>Single matters</source>
        <translation>单个事项</translation>
    </message>
    <message>
        <source>part of a bundle, can also be handled alone</source>
        <translation>也都含在一件事里，单独办也可以</translation>
    </message>
    <message>
        <source>%1 mandatory and %2 optional matters</source>
        <translation>%1 项必办 + %2 项选办</translation>
    </message>
    <message>
        <source>%1 leads</source>
        <translation>%1 牵头</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分收费</translation>
    </message>
</context>
<context>
    <name>quanke::desk::FindPage</name>
    <message>
        <source>Start</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>要办什么？</translation>
    </message>
    <message>
        <source>What do you need? Name, pinyin, code, department</source>
        <translation>要办什么？名称、拼音、编码、部门都可以</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的事项</translation>
    </message>
    <message>
        <source>Nothing is called that here. Try fewer letters, another word, or the department.</source>
        <translation>没有叫这个的事项。少打几个字、换个说法，或者按部门找。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>经营主体</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>个人</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n 个阶段</numerusform>
        </translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Only what belongs to this stage</source>
        <translation>只看这个阶段的</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>找事项</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 forms with %2 fields → one form with %3; %4 documents → %5</source>
        <translation>%1 张表 %2 项 → 1 张表 %3 项，材料 %4 份 → %5 份</translation>
    </message>
    <message>
        <source>%1 fields, %2 documents</source>
        <translation>%1 项，材料 %2 份</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>接着办</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Stages are listed once this hall has bundles for them. The number says how many.</source>
        <translation>大厅装入了一件事的阶段才列在这里，数字是件数。</translation>
    </message>
    <message>
        <source>Bring in a case file …</source>
        <translation>导入转交文件…</translation>
    </message>
    <message>
        <source>A case that another desk has handed over by a file</source>
        <translation>另一台窗口机用文件转交的办件</translation>
    </message>
    <message>
        <source>Bring in a case file</source>
        <translation>导入转交文件</translation>
    </message>
    <message>
        <source>Case files (*%1)</source>
        <translation>转交文件 (*%1)</translation>
    </message>
    <message>
        <source>Handed over by a file</source>
        <translation>已用文件转交</translation>
    </message>
</context>
<context>
    <name>quanke::desk::FlowView</name>
    <message>
        <source>Drawing of the case</source>
        <translation>办件流程图</translation>
    </message>
</context>
<context>
    <name>quanke::desk::GiveDialog</name>
    <message>
        <source>Password of the file</source>
        <translation>文件密码</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write the file …</source>
        <translation>写入文件…</translation>
    </message>
    <message>
        <source>Hand over by a file</source>
        <translation>用文件转交</translation>
    </message>
    <message>
        <source>%1 goes to another desk as one sealed file, with its documents: on a stick, where there is no link. It stays here to be read.</source>
        <translation>没有网络时，把%1连同材料写成一个加密文件，用 U 盘带到另一台窗口机。本机留有一份，只能查看。</translation>
    </message>
    <message>
        <source>Read it out or write it down; a password of your own has 8 characters or more. It is shown only here, and without it nobody opens the file.</source>
        <translation>请告知接手人或抄下来；也可自己设，至少 8 个字符。密码只在这里显示，没有它谁也打不开文件。</translation>
    </message>
    <message>
        <source>At least 8 characters</source>
        <translation>至少 8 个字符</translation>
    </message>
    <message>
        <source>Case files (*%1)</source>
        <translation>转交文件 (*%1)</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>已转交：%1</translation>
    </message>
    <message>
        <source>%1
Whoever goes on brings it in under Receive and types the password.</source>
        <translation>%1
接手人在“收件”里导入该文件并输入密码。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Papers are still being checked</source>
        <translation>材料还在检查</translation>
    </message>
    <message>
        <source>The file is written as soon as they are in the case.</source>
        <translation>材料全部收进办件后，自动写入文件。</translation>
    </message>
    <message>
        <source>%1 was not taken; nothing has been written</source>
        <translation>%1 未能收下，文件没有写入</translation>
    </message>
    <message>
        <source>Read it out or write it down now: it is not shown again, and without it nobody opens the file.</source>
        <translation>请现在告知接手人或抄下来：密码不再显示，没有它谁也打不开文件。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::GoneDialog</name>
    <message>
        <source>Take back …</source>
        <translation>收回…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Handed over by a file: %1</source>
        <translation>已用文件转交：%1</translation>
    </message>
    <message>
        <source>%1, %2, %3. Another desk goes on with it; here it can be read.</source>
        <translation>%1，%2，%3。由另一台窗口机接着办，这里只能查看。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take the case back and go on with it here?</source>
        <translation>收回该件，在本机接着办？</translation>
    </message>
    <message>
        <source>Whoever has the file may be working on it as well. If both push it, both versions are kept and a supervisor chooses one.</source>
        <translation>拿到文件的人可能也在办。两边都推送时，两个版本都会保留，由值班长选定。</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>不收回</translation>
    </message>
    <message>
        <source>Handed over by a file</source>
        <translation>已用文件转交</translation>
    </message>
</context>
<context>
    <name>quanke::desk::HandOverLine</name>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Handing over takes the link</source>
        <translation>转交需要联网</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>转交：%1</translation>
    </message>
    <message>
        <source>To which window, or to whom</source>
        <translation>转给哪个窗口或哪位</translation>
    </message>
</context>
<context>
    <name>quanke::desk::HeadwayView</name>
    <message>
        <source>Is being cancelled …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2，共 %3</translation>
    </message>
</context>
<context>
    <name>quanke::desk::History</name>
    <message>
        <source>%1 received and pushed the case</source>
        <translation>%1 收件并推送</translation>
    </message>
    <message>
        <source>%1 saw the original</source>
        <translation>%1 核对了原件</translation>
    </message>
    <message>
        <source>%1: accepted by %2</source>
        <translation>%1：%2 受理</translation>
    </message>
    <message>
        <source>%1: correction asked for by %2</source>
        <translation>%1：%2 要求补正</translation>
    </message>
    <message>
        <source>%1: supplemented by %2</source>
        <translation>%1：%2 补正</translation>
    </message>
    <message>
        <source>%1: not accepted by %2</source>
        <translation>%1：%2 不予受理</translation>
    </message>
    <message>
        <source>%1: approved by %2</source>
        <translation>%1：%2 准予</translation>
    </message>
    <message>
        <source>%1: denied by %2</source>
        <translation>%1：%2 不予</translation>
    </message>
    <message>
        <source>Handed over by %1</source>
        <translation>%1 出件</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>%1 备注</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>the exit window</source>
        <translation>出件窗口</translation>
    </message>
    <message>
        <source>%1: %2 chose the late version</source>
        <translation>%1：%2 采用了后到的版本</translation>
    </message>
    <message>
        <source>%1: %2 kept what stands</source>
        <translation>%1：%2 保留了先到的版本</translation>
    </message>
    <message>
        <source>Came late, kept beside</source>
        <translation>后到，已另存</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Handed to %1 by %2</source>
        <translation>%2 转交给 %1</translation>
    </message>
    <message>
        <source>By a file from %1, %2</source>
        <translation>由 %1（%2）用文件转来</translation>
    </message>
</context>
<context>
    <name>quanke::desk::IssueWorkspace</name>
    <message>
        <source>Choose a case on the left.</source>
        <translation>请在左边选一个办件。</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>打印签收单</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已出件</translation>
    </message>
    <message>
        <source>Number, name or ID</source>
        <translation>编号、姓名、证件号</translation>
    </message>
    <message>
        <source>Search what is ready</source>
        <translation>查找可出件</translation>
    </message>
    <message>
        <source>Ready to be handed over</source>
        <translation>可出件</translation>
    </message>
    <message>
        <source>Results to be handed over</source>
        <translation>要交付的结果</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已存：%1</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>待发送</translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n 项可领</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is ready. Results stand here as soon as a department has decided.</source>
        <translation>还没有可出的结果。部门办结后会出现在这里。</translation>
    </message>
    <message>
        <source>Nothing here fits. Change the search.</source>
        <translation>没有符合的。换个词试试。</translation>
    </message>
    <message>
        <source>Everything that was ready has been handed over.</source>
        <translation>可出的结果都已交付。</translation>
    </message>
    <message>
        <source>Not ready yet: %1</source>
        <translation>还没办结：%1</translation>
    </message>
    <message>
        <source>The hand-over waits to be sent; it leaves by itself.</source>
        <translation>出件已记下，等待发送；连上后自动发出。</translation>
    </message>
    <message>
        <source>Tick what is handed over</source>
        <translation>请勾选要交付的结果</translation>
    </message>
    <message>
        <source>Let the collector sign the slip, then hand over</source>
        <translation>请领取人在签收单上签字，再出件</translation>
    </message>
    <message>
        <source>Hand over: %1</source>
        <translation>出件：%1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>出件</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) handed over to %1?</source>
        <translation>
            <numerusform>把 %n 项结果交给 %1？</numerusform>
        </translation>
    </message>
    <message>
        <source>The slip is signed, and the papers are in the collector&apos;s hands.</source>
        <translation>签收单已签字，结果已交到领取人手上。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Lease</name>
    <message>
        <source>%1, %2, since %3</source>
        <translation>%2 %1，自 %3</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Light</name>
    <message>
        <source>On time</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Waits for the applicant</source>
        <translation>等申请人</translation>
    </message>
    <message>
        <source>Waits for another result</source>
        <translation>等前件</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Needs work</source>
        <translation>要处理</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>还缺</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺补交</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习模式</translation>
    </message>
    <message>
        <source>Waits in vain</source>
        <translation>等不到前件</translation>
    </message>
</context>
<context>
    <name>quanke::desk::LimitWords</name>
    <message>
        <source>no limit</source>
        <translation>无</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>County</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村级</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>N</source>
        <translation>网</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>网上</translation>
    </message>
    <message>
        <source>Can be handled on line</source>
        <translation>网上办</translation>
    </message>
    <message>
        <source>P</source>
        <translation>省</translation>
    </message>
    <message>
        <source>Prov</source>
        <translation>全省</translation>
    </message>
    <message>
        <source>At any window of the province</source>
        <translation>全省办：省内任一窗口可办</translation>
    </message>
    <message>
        <source>C</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>无证</translation>
    </message>
    <message>
        <source>Certificates need not be brought</source>
        <translation>无证办：证照不用带</translation>
    </message>
    <message>
        <source>A</source>
        <translation>掌</translation>
    </message>
    <message>
        <source>App</source>
        <translation>掌上</translation>
    </message>
    <message>
        <source>Can be handled on the phone</source>
        <translation>掌上办</translation>
    </message>
</context>
<context>
    <name>quanke::desk::LinkBanner</name>
    <message>
        <source>Go on: what you do is kept here and sent once that is mended.</source>
        <translation>可以继续办理：内容保存在本机，恢复后自动推送。</translation>
    </message>
    <message>
        <source>The certificate of this desk ends on %1.</source>
        <translation>本机的证书将于 %1 到期。</translation>
    </message>
    <message>
        <source>Tell the administrator: have it enrolled again before that day. Then it has no link any more.</source>
        <translation>请联系管理员在到期前重新登记本机，到期后将无法连接网关。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::LockPage</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Everything is where it was; the form comes back at the very field.</source>
        <translation>内容都在原处，解锁后回到正在填的那一项。</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1的密码</translation>
    </message>
</context>
<context>
    <name>quanke::desk::MainWindow</name>
    <message>
        <source>Quanke</source>
        <translation>全科</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Material</name>
    <message numerus="yes">
        <source>for %1 and %n more</source>
        <translation>
            <numerusform>给%1，另 %n 家</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>给%1</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>原件 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>复印件 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>to be seen</source>
        <translation>验原件</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>original seen</source>
        <translation>原件已核对</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前补</translation>
    </message>
    <message>
        <source>if there is one</source>
        <translation>有就交</translation>
    </message>
    <message>
        <source>scan the applicant&apos;s own</source>
        <translation>扫描申请人自带的</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>还缺</translation>
    </message>
    <message>
        <source>made from the form</source>
        <translation>由申请表生成</translation>
    </message>
    <message>
        <source>comes from another matter</source>
        <translation>由前件产生</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>要处理</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>还缺</translation>
    </message>
    <message>
        <source>May come later</source>
        <translation>可后补</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>非必要</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>From another matter</source>
        <translation>由前件产生</translation>
    </message>
    <message>
        <source>Made from the form</source>
        <translation>系统生成</translation>
    </message>
    <message>
        <source>fill in the list</source>
        <translation>请填名单</translation>
    </message>
</context>
<context>
    <name>quanke::desk::NoticePreview</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>quanke::desk::NoticeWindow</name>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知书</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已存到 %1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::OutboxPanel</name>
    <message>
        <source>To be sent</source>
        <translation>待传办件</translation>
    </message>
    <message>
        <source>Leaves by itself, in order, once the link is up</source>
        <translation>网络恢复后自动按顺序上传</translation>
    </message>
    <message>
        <source>Nothing waits. What is pushed while the link is down stands here.</source>
        <translation>没有待传的。断网时推送的办件会排在这里。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新上传</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>退回修改</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) received by the hall, its backup is still to come; kept here until then</source>
        <translation>
            <numerusform>县网关已收妥 %n 项操作，待其备份；备份之前本机一直留存</numerusform>
        </translation>
    </message>
    <message>
        <source>Give up …</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Give up what the hall has refused?</source>
        <translation>放弃县网关没有收下的这项操作？</translation>
    </message>
    <message>
        <source>%1: %2
It is not sent any more; what it was to do has to be done again, if it is still wanted.</source>
        <translation>%1：%2
不再发送；如果还需要，请重新办这一步。</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>先留着</translation>
    </message>
    <message>
        <source>Whoever did it has to sign in</source>
        <translation>须由经办人登录处理</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Outline</name>
    <message>
        <source>Form</source>
        <translation>申请表</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各节</translation>
    </message>
    <message>
        <source>%1/%2 filled in</source>
        <translation>已填 %1/%2</translation>
    </message>
    <message>
        <source>%1 forms, %2 fields
→ one form, %3 fields</source>
        <comment>in a pane of 200 px</comment>
        <translation>%1 张表 %2 项 → 1 张表 %3 项</translation>
    </message>
    <message numerus="yes">
        <source>%n need no typing:</source>
        <translation>
            <numerusform>其中 %n 项不用填写：</numerusform>
        </translation>
    </message>
    <message>
        <source>answers %1</source>
        <translation>情形答案 %1</translation>
    </message>
    <message>
        <source>results %1</source>
        <translation>前件结果 %1</translation>
    </message>
    <message>
        <source>worked out %1</source>
        <translation>推算 %1</translation>
    </message>
    <message>
        <source>usual value %1</source>
        <translation>常用值 %1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::OutlineModel</name>
    <message>
        <source>%1 of %2 filled in, %3 wrong</source>
        <translation>已填 %1/%2，%3 处有错</translation>
    </message>
</context>
<context>
    <name>quanke::desk::PageModel</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>quanke::desk::PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>各页</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Parcel</name>
    <message>
        <source>after %1</source>
        <translation>%1之后</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%2之后 %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 on the spot</source>
        <translation>%1 当场</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ParcelModel</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>填写项</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>办结日期</translation>
    </message>
</context>
<context>
    <name>quanke::desk::PartPane</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The department&apos;s part of the form</source>
        <translation>本部门的表单部分</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大看</translation>
    </message>
    <message>
        <source>Only what this matter needs is here: %1 fields, %2 documents.</source>
        <translation>这里只有本事项要的 %1 项、%2 份材料。</translation>
    </message>
    <message>
        <source>Documents %1</source>
        <translation>材料 %1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::PasswordDialog</name>
    <message>
        <source>Password until now</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输入一次新密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>At least ten characters of three kinds: small letters, capitals, digits, others. Nothing in everyday use, and not your name.</source>
        <translation>至少十个字符，含小写字母、大写字母、数字、其他字符中的三类；不用常见口令，不含自己的登录名。</translation>
    </message>
    <message>
        <source>An administrator chose this password. Choose one that you alone know.</source>
        <translation>这是管理员设的初始密码。请换成只有您自己知道的密码。</translation>
    </message>
    <message>
        <source>Type the password</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>Too easy to guess</source>
        <translation>太容易被猜到</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>The password until now is not right.</source>
        <translation>原密码不对。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::PasswordEdit</name>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>quanke::desk::PurposeForm</name>
    <message>
        <source>Why do you look at this case?</source>
        <translation>为什么查看此办件？</translation>
    </message>
    <message>
        <source>A child&apos;s record. Your answer is kept in the trace with your name.</source>
        <translation>含未满十四周岁儿童的信息。您的选择将连同姓名记入操作记录。</translation>
    </message>
    <message>
        <source>It is not in your hands. Your answer is kept in the trace with your name.</source>
        <translation>此办件不在您手上。您的选择将连同姓名记入操作记录。</translation>
    </message>
    <message>
        <source>I work on it</source>
        <translation>办理本件</translation>
    </message>
    <message>
        <source>The applicant asks</source>
        <translation>申请人咨询</translation>
    </message>
    <message>
        <source>To put a mistake right</source>
        <translation>纠正差错</translation>
    </message>
    <message>
        <source>A complaint</source>
        <translation>投诉处理</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>监督检查</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>上级核查</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Rail</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ReceiptPage</name>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>什么时候办好</translation>
    </message>
    <message>
        <source>Working days by calendar %1</source>
        <translation>按工作日历 %1 版推算</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Next applicant</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已存到 %1</translation>
    </message>
    <message>
        <source>Stored at the hall</source>
        <translation>县网关已安全保存</translation>
    </message>
    <message>
        <source>Refused by the hall</source>
        <translation>县网关没有收下</translation>
    </message>
    <message>
        <source>Kept here, leaves by itself when the link is back</source>
        <translation>已存在本机，网络恢复后自动上传</translation>
    </message>
    <message>
        <source>On its way to the hall</source>
        <translation>正在送往县网关</translation>
    </message>
    <message>
        <source>Received by the hall, its backup is still to come</source>
        <translation>县网关已收妥，待备份</translation>
    </message>
    <message>
        <source>Taken back: it is among the drafts</source>
        <translation>已取回，在草稿里</translation>
    </message>
</context>
<context>
    <name>quanke::desk::RescuePage</name>
    <message>
        <source>Send to the gateway</source>
        <translation>发送到县网关</translation>
    </message>
    <message>
        <source>Copy to a stick …</source>
        <translation>复制到 U 盘…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>救援</translation>
    </message>
    <message>
        <source>Sending: %1 of %2</source>
        <translation>正在发送：%1 / %2</translation>
    </message>
    <message>
        <source>Rescue: the store of this desk was damaged</source>
        <translation>救援模式：本机存储已损坏</translation>
    </message>
    <message>
        <source>It could not be opened any more and was put aside as it is; nothing was deleted. A new, empty store has been begun: sign in once over the link, then go on working.</source>
        <translation>存储已无法打开，已原样移到一旁，什么都没有删除。已启用新的空存储：请先联网登录一次，即可继续工作。</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) that had not been shown to have arrived at the gateway lie sealed beside it. Only the gateway can open them. Sending brings in those that it lacks; it takes none twice.</source>
        <translation>
            <numerusform>旁边存有 %n 项密封的操作，尚无县网关的回执。它们只有县网关能打开。发送后，县网关会收下缺少的，已有的不会重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Forms that were not pushed yet are only in the damaged store. Take them in anew, or ask the administrator whether something can be got back.</source>
        <translation>尚未推送的表单只在损坏的存储里。请重新收件，或请管理员看看能否找回。</translation>
    </message>
    <message numerus="yes">
        <source>%n sealed operation(s) were altered on the disk or cannot be read.</source>
        <translation>
            <numerusform>有 %n 项密封的操作在硬盘上被改动或无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied, but not everything</source>
        <translation>已复制，但不全</translation>
    </message>
    <message>
        <source>The disk does not give these back: %1</source>
        <translation>磁盘读不出这些文件：%1</translation>
    </message>
    <message>
        <source>Put aside in %1</source>
        <translation>已移到 %1</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Sign in to send them</source>
        <translation>登录后发送</translation>
    </message>
    <message>
        <source>Bringing in a second copy</source>
        <translation>导入第二份</translation>
    </message>
    <message>
        <source>What another desk sealed to the gateway is sent from here, with the papers that belong to it. What has arrived already is not taken twice.</source>
        <translation>另一台窗口机密封给县网关的内容连同其材料从这里发送。已经送达的不会重复。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Take the stick to any desk of the hall that has the link: settings, bring in a second copy.</source>
        <translation>请把 U 盘拿到大厅里任何一台联网的窗口机：设置 → 导入第二份。</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>未复制</translation>
    </message>
    <message numerus="yes">
        <source>%n taken in now</source>
        <translation>
            <numerusform>本次收下 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had arrived before</source>
        <translation>
            <numerusform>此前已送达 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of other people: they sign in and send again</source>
        <translation>
            <numerusform>%n 项属于其他人员：请其本人登录后再发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused: %1</source>
        <translation>
            <numerusform>%n 项被拒：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no second copy in this folder.</source>
        <translation>这个文件夹里没有第二份。</translation>
    </message>
    <message>
        <source>Everything is at the gateway.</source>
        <translation>全部已在县网关。</translation>
    </message>
    <message>
        <source>Everything has arrived, the hall&apos;s backup is still to come.</source>
        <translation>已全部送达，待县网关备份。</translation>
    </message>
    <message>
        <source>Not everything has arrived yet.</source>
        <translation>还没有全部送达。</translation>
    </message>
    <message numerus="yes">
        <source>%n received by the hall, its backup is still to come: send once more after that</source>
        <translation>
            <numerusform>县网关已收妥 %n 件，待其备份；备份之后请再发送一次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::ReviewPointRow</name>
    <message>
        <source>For information, not checked by the program</source>
        <translation>系统比对项，供参考，程序未自动核对</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Met (Y)</source>
        <translation>合格（Y）</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not met (X)</source>
        <translation>不合格（X）</translation>
    </message>
</context>
<context>
    <name>quanke::desk::SectionView</name>
    <message>
        <source>comes with %1</source>
        <translation>由“%1”办结后带入</translation>
    </message>
    <message>
        <source>answer to a question</source>
        <translation>情形答案</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>licence library</source>
        <translation>证照库</translation>
    </message>
    <message>
        <source>earlier case</source>
        <translation>以前的办件</translation>
    </message>
    <message>
        <source>worked out</source>
        <translation>自动推算</translation>
    </message>
    <message>
        <source>usual value</source>
        <translation>常用值</translation>
    </message>
    <message>
        <source>from the ID number</source>
        <translation>由证件号码推算</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ServedPlate</name>
    <message>
        <source>Nobody at the window</source>
        <translation>未叫号</translation>
    </message>
</context>
<context>
    <name>quanke::desk::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Second copy</source>
        <translation>第二份</translation>
    </message>
    <message>
        <source>On a stick …</source>
        <translation>存到 U 盘…</translation>
    </message>
    <message>
        <source>Keep a second copy on a stick</source>
        <translation>在 U 盘上保留第二份</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>不再保留</translation>
    </message>
    <message>
        <source>Keep no second copy on a stick any more</source>
        <translation>不再在 U 盘上保留第二份</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>另放保存</translation>
    </message>
    <message>
        <source>A damaged store of this desk, not all of which could be brought in.</source>
        <translation>本机一份损坏的存储，其中内容未能全部送到县网关。</translation>
    </message>
    <message>
        <source>Bring in a second copy …</source>
        <translation>导入第二份…</translation>
    </message>
    <message>
        <source>From a stick of another desk: what it could not send goes to the gateway from here.</source>
        <translation>来自另一台窗口机的 U 盘：它没能发出的内容从这里送到县网关。</translation>
    </message>
    <message>
        <source>Bring in a second copy</source>
        <translation>导入第二份</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Holds at every desk of the hall.</source>
        <translation>在大厅的每个窗口都有效。</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Changed. It holds at every desk of the hall from now on.</source>
        <translation>已更改，从现在起在大厅的每个窗口都有效。</translation>
    </message>
    <message>
        <source>Changed at the gateway; this desk takes it up at the next signing in. %1</source>
        <translation>网关已更改，本机在下次登录时采用。%1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ShelfModel</name>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1，%n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::SidePane</name>
    <message>
        <source>Documents</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>逐个去改</translation>
    </message>
    <message>
        <source>Nothing is wrong so far. A field is checked when you leave it.</source>
        <translation>目前没有问题。离开一项时就会检查它。</translation>
    </message>
    <message>
        <source>%1/%2 ready</source>
        <translation>%1/%2 就绪</translation>
    </message>
    <message>
        <source>may come later %1</source>
        <translation>可后补 %1</translation>
    </message>
    <message>
        <source>missing %1</source>
        <translation>还缺 %1</translation>
    </message>
    <message>
        <source>automatic %1</source>
        <translation>自动产生 %1</translation>
    </message>
    <message>
        <source>handed in %1</source>
        <translation>已交 %1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::SignInPage</name>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Going to a village: a week without the link</source>
        <translation>下乡办件：可离线一周</translation>
    </message>
    <message>
        <source>Five wrong passwords close the door for a while; the shift leader can open it.</source>
        <translation>连错 5 次会暂停使用，可请值班长解锁。</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>旧密码</translation>
    </message>
    <message>
        <source>Take the drafts over</source>
        <translation>把草稿转过来</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>不转，直接进入</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>县网关</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待传办件</translation>
    </message>
    <message>
        <source>Without a link</source>
        <translation>断网时</translation>
    </message>
    <message>
        <source>Clerks who have signed in here within three days receive cases as always; they are sent when the link is back. A password changed elsewhere counts here once the link is back, until then the old one.</source>
        <translation>三天内在本机登录过的受理人员可以照常收件，恢复联网后自动上传。密码在别处改过的，联网之前在本机仍用旧密码。</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项库</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Quanke %1</source>
        <translation>全科 %1</translation>
    </message>
    <message>
        <source>Quanke</source>
        <translation>全科</translation>
    </message>
    <message>
        <source>Workstation of the all-matters window</source>
        <translation>综合窗口工作站</translation>
    </message>
    <message>
        <source>Left unfinished</source>
        <translation>上次没办完的</translation>
    </message>
    <message>
        <source>Definitions of today</source>
        <translation>今天的定义</translation>
    </message>
    <message>
        <source>%1 bundles, %2 matters, %3 data elements</source>
        <translation>%1 个一件事，%2 个事项，%3 个数据元</translation>
    </message>
    <message>
        <source>Edition %1</source>
        <translation>%1 版</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>已连接，从 %1 起</translation>
    </message>
    <message>
        <source>Not reached since %1</source>
        <translation>%1 起连不上</translation>
    </message>
    <message>
        <source>Looking for the gateway</source>
        <translation>正在连接县网关</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing. Whatever is being filled in is kept at every field left, also through a power cut.</source>
        <translation>没有。填过的每一项都随时存好，断电也不丢。</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) kept; sign in to go on at the very field.</source>
        <translation>
            <numerusform>%n 份草稿完好，登录后接着填。</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the password</source>
        <translation>请输入密码</translation>
    </message>
    <message numerus="yes">
        <source>The password is not right, %n attempt(s) left.</source>
        <translation>
            <numerusform>密码不对，还可以试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk cannot work as it is</source>
        <translation>这台机器现在不能用</translation>
    </message>
    <message>
        <source>Your password was changed</source>
        <translation>您的密码改过了</translation>
    </message>
    <message>
        <source>That is not the old password</source>
        <translation>这不是旧密码</translation>
    </message>
    <message>
        <source>Try again, or go on without these drafts: they stay here, sealed.</source>
        <translation>可以再试一次，也可以先不转；草稿仍封存在本机。</translation>
    </message>
    <message>
        <source>Drafts at this desk are still sealed with the old one. Type it to take them over.</source>
        <translation>本机的草稿还锁在旧密码下，输入旧密码就能转过来。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. Again in %n minute(s).</source>
        <translation>
            <numerusform>连错次数太多，%n 分钟后再试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::SlipPreview</name>
    <message>
        <source>Collection slip</source>
        <translation>领取签收单</translation>
    </message>
    <message>
        <source>Save the slip as PDF</source>
        <translation>把签收单存为 PDF</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Standing</name>
    <message>
        <source>Waits for another result</source>
        <translation>等前件</translation>
    </message>
    <message>
        <source>Received, not yet accepted</source>
        <translation>已收件，待受理</translation>
    </message>
    <message>
        <source>Back with the applicant for correction</source>
        <translation>退回申请人补正</translation>
    </message>
    <message>
        <source>Supplemented, not yet accepted</source>
        <translation>已补正，待受理</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审查中</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已出件</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无时限</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>明天到期</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等前件</translation>
    </message>
    <message>
        <source>Awaits correction</source>
        <translation>等补正</translation>
    </message>
    <message>
        <source>%1 not accepted</source>
        <translation>%1 不予受理</translation>
    </message>
    <message>
        <source>%1 denied</source>
        <translation>%1 不予</translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation>%1 已出件</translation>
    </message>
    <message>
        <source>%1 decided</source>
        <translation>%1 已办结</translation>
    </message>
    <message>
        <source>Waits in vain</source>
        <translation>前件未办成</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 项超期</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 decided</source>
        <translation>%1/%2 办结</translation>
    </message>
    <message>
        <source>All decided</source>
        <translation>全部办结</translation>
    </message>
</context>
<context>
    <name>quanke::desk::StepBar</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>quanke::desk::StoreBanner</name>
    <message>
        <source>The store of this desk is damaged: nothing more is saved.</source>
        <translation>本机存储已损坏：不再保存任何内容。</translation>
    </message>
    <message>
        <source>Note down what stands on the screen, close Quanke and open it again: it then puts the damaged store aside and brings back what was pushed.</source>
        <translation>请抄下屏幕上的内容，关闭全科后重新打开：它会把损坏的存储移到一旁，并找回已推送的内容。</translation>
    </message>
    <message>
        <source>What you typed stays on the screen, and is saved by itself as soon as it can be.</source>
        <translation>您填写的内容仍在屏幕上，一旦能够写入就会自动保存。</translation>
    </message>
    <message>
        <source>The disk is full: this is not saved yet. Do not close Quanke.</source>
        <translation>磁盘空间不足，本次尚未保存，请勿关闭。</translation>
    </message>
    <message>
        <source>Delete files that nobody needs, or call the administrator.</source>
        <translation>请删除不需要的文件，或联系管理员。</translation>
    </message>
    <message>
        <source>The disk can only be read: this is not saved yet. Do not close Quanke.</source>
        <translation>磁盘只能读取，本次尚未保存，请勿关闭。</translation>
    </message>
    <message>
        <source>Call the administrator: the disk has been locked against writing, often because it fails.</source>
        <translation>请联系管理员：磁盘已被禁止写入，往往是磁盘出了故障。</translation>
    </message>
    <message>
        <source>The disk reports an error: this is not saved yet. Do not close Quanke.</source>
        <translation>磁盘报错，本次尚未保存，请勿关闭。</translation>
    </message>
    <message>
        <source>Call the administrator.</source>
        <translation>请联系管理员。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>%1 MB are left.</source>
        <translation>剩余 %1 MB。</translation>
    </message>
    <message>
        <source>The disk is almost full. Begin no new case.</source>
        <translation>磁盘即将写满，请不要再受理新件。</translation>
    </message>
    <message>
        <source>What was pushed goes on being sent. Call the administrator now.</source>
        <translation>已推送的会继续发送。请马上联系管理员。</translation>
    </message>
    <message>
        <source>There is little room left on the disk.</source>
        <translation>磁盘剩余空间不多了。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::SupplementForm</name>
    <message>
        <source>Send the supplement</source>
        <translation>提交补正</translation>
    </message>
    <message>
        <source>Back to the drawing</source>
        <translation>返回流程图</translation>
    </message>
    <message>
        <source>Supplement for: %1</source>
        <translation>补正：%1</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Nothing chosen yet; what was handed in before is replaced</source>
        <translation>还没选；选后替换原来交的</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>都齐了</translation>
    </message>
    <message>
        <source>Mend every item</source>
        <translation>请逐项补齐</translation>
    </message>
    <message>
        <source>Supplement: %1</source>
        <translation>补正：%1</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接办</translation>
    </message>
    <message>
        <source>Somebody else works on this: %1</source>
        <translation>他人正在办理：%1</translation>
    </message>
    <message>
        <source>What is typed here stays. It can be taken over once the link is back.</source>
        <translation>这里已填的内容都保留。网络恢复后才能接手。</translation>
    </message>
    <message>
        <source>What is typed here stays. Speak with them before you take it over; what they typed stays with them.</source>
        <translation>此处已填的内容保留。接办前请先与对方说一声；对方已填的内容也留在对方那里。</translation>
    </message>
    <message>
        <source>Another works on it</source>
        <translation>他人正在办理</translation>
    </message>
    <message>
        <source>Handed to %1</source>
        <translation>已转交 %1</translation>
    </message>
    <message>
        <source>What is typed here stays. When it is sent it is kept as a proposal, and a supervisor chooses.</source>
        <translation>此处已填的内容保留；发送后作为补正建议留存，由值班长选定。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::TableEditor</name>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Take the row away</source>
        <translation>删除这行</translation>
    </message>
    <message>
        <source>%1 rows at once are too many: nothing was pasted. At most %2 at a time.</source>
        <translation>一次粘贴 %1 行太多，未粘贴。每次最多 %2 行。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::TailorPage</name>
    <message>
        <source>Fill in the form</source>
        <translation>去填表</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Only what applies is asked afterwards</source>
        <translation>答完只留用得着的</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问情形</translation>
    </message>
    <message>
        <source>mandatory</source>
        <translation>必办</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选办</translation>
    </message>
    <message>
        <source>At least one matter stays ticked.</source>
        <translation>至少要保留一个事项。</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>已选 %1/%2</translation>
    </message>
    <message>
        <source>%1 needs the result of %2</source>
        <translation>“%1”要用“%2”的结果</translation>
    </message>
    <message>
        <source>The applicant brings what is not ticked</source>
        <translation>没选的前件要由申请人自带结果</translation>
    </message>
    <message>
        <source>%1 forms, %2 fields, %3 documents → one form, %4 fields, %5 documents</source>
        <translation>%1 张表 %2 项、材料 %3 份 → 1 张表 %4 项、材料 %5 份</translation>
    </message>
    <message numerus="yes">
        <source>%1 fields need no typing; the applicant brings %n document(s)</source>
        <translation>
            <numerusform>其中 %1 项不用填写；申请人自带 %n 份材料</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::TopBar</name>
    <message>
        <source>What waits to be sent</source>
        <translation>查看待传办件</translation>
    </message>
    <message>
        <source>What the gateway refused and a person must look at</source>
        <translation>查看网关退回、需要处理的办件</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Quanke</source>
        <translation>全科</translation>
    </message>
    <message numerus="yes">
        <source>Online, %n to be sent</source>
        <translation>
            <numerusform>在线，%n 件待传</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n to be sent, the oldest for %1 min</source>
        <translation>
            <numerusform>离线，%n 件待传，最久 %1 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n 提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2%）</translation>
    </message>
    <message>
        <source>Two copies</source>
        <translation>双份</translation>
    </message>
    <message>
        <source>One copy</source>
        <translation>单份</translation>
    </message>
</context>
<context>
    <name>quanke::desk::TransferView</name>
    <message>
        <source>%1 of %2 sent</source>
        <translation>已传 %1，共 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 sent, the hall is storing it</source>
        <translation>%1 已全部传完，县网关正在保存</translation>
    </message>
    <message>
        <source>%1, the line hangs; it goes on by itself</source>
        <translation>%1，网络停顿，恢复后自动续传</translation>
    </message>
    <message>
        <source>%1, %2/s, about %3 left</source>
        <translation>%1，每秒 %2，约剩 %3</translation>
    </message>
</context>
<context>
    <name>quanke::desk::ValueWords</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>长期</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Versions</name>
    <message>
        <source>Supplemented</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Asked for correction</source>
        <translation>要求补正</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>Chosen by a supervisor</source>
        <translation>值班长选定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办了什么</translation>
    </message>
    <message>
        <source>Received and pushed</source>
        <translation>收件并推送</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
</context>
<context>
    <name>quanke::desk::WholeForm</name>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改%1</translation>
    </message>
</context>
<context>
    <name>quanke::desk::WhyView</name>
    <message>
        <source>Looks at: %1</source>
        <translation>审查“%1”</translation>
    </message>
    <message numerus="yes">
        <source>and %n other matter(s)</source>
        <translation>
            <numerusform>还有 %n 个事项也要用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quanke::desk::Words</name>
    <message>
        <source>The gateway cannot prove that it is the hall&apos;s. Nothing is sent to it. Tell the administrator.</source>
        <translation>无法确认网关身份，内容不会发给它。请联系管理员。</translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate has ended, or a clock is wrong. Tell the administrator.</source>
        <translation>网关的证书已过期，或者时钟不准。请联系管理员。</translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate is for another address. Tell the administrator.</source>
        <translation>网关的证书不是为这个地址签发的。请联系管理员。</translation>
    </message>
    <message>
        <source>The gateway offers no safe connection (TLS 1.2 or newer). Tell the administrator.</source>
        <translation>网关没有提供安全连接（TLS 1.2 及以上）。请联系管理员。</translation>
    </message>
    <message>
        <source>The gateway cannot read which desks were shut out, and lets none in. Tell the administrator.</source>
        <translation>网关读不到停用名单，暂不接受任何设备。请联系管理员。</translation>
    </message>
    <message>
        <source>The certificate of this desk has ended. Have the desk enrolled again.</source>
        <translation>本机的证书已过期。请联系管理员重新登记本机。</translation>
    </message>
    <message>
        <source>The gateway does not accept the certificate of this desk. Have the desk enrolled again.</source>
        <translation>网关不认可本机的证书。请联系管理员重新登记本机。</translation>
    </message>
    <message>
        <source>This desk was shut out. Ask the administrator.</source>
        <translation>本机已被停用，请联系管理员。</translation>
    </message>
    <message>
        <source>Over the network the gateway is reached by https:// alone. Correct its address.</source>
        <translation>通过网络只能用 https:// 访问网关，请改正网关地址。</translation>
    </message>
    <message>
        <source>This desk is enrolled: its gateway is reached by https:// alone. Start it once with --gateway and its address.</source>
        <translation>本机已登记，只能用 https:// 访问网关。请用 --gateway 加网关地址启动一次。</translation>
    </message>
    <message>
        <source>This desk is not enrolled yet. Start it once with --enrolment FILE.</source>
        <translation>本机尚未登记。请用 --enrolment 文件 启动一次。</translation>
    </message>
    <message>
        <source>The certificate of this desk is another device&apos;s. Ask the administrator.</source>
        <translation>本机的证书属于另一台设备，请联系管理员。</translation>
    </message>
    <message>
        <source>The password of the enrolment is not right. Try again.</source>
        <translation>登记文件的口令不对，请重试。</translation>
    </message>
    <message>
        <source>This enrolment has ended. Ask for another.</source>
        <translation>登记文件已过期。请索取新的登记文件。</translation>
    </message>
    <message>
        <source>The store of this desk is device %1&apos;s, this enrolment another&apos;s. Ask for one of %1.</source>
        <translation>本机的存储属于设备 %1，登记文件却是另一台设备的。请索取 %1 的登记文件。</translation>
    </message>
    <message>
        <source>This is no enrolment of a desk, or it is damaged. Ask for another.</source>
        <translation>这不是设备登记文件，或文件已损坏。请重新索取。</translation>
    </message>
    <message>
        <source>The store of this desk is device %1&apos;s, its certificate another&apos;s. Have the desk enrolled as %1.</source>
        <translation>本机的数据属于设备 %1，证书却是另一台设备的。请按编号 %1 重新登记本机。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a case&apos;s number, its window</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>a day without its year, in Qt&apos;s date format</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>What the keyring of this machine keeps for Quanke cannot be had. Unlock the keyring and start Quanke again, or sign in with the link.</source>
        <translation>取不到本机密钥环中为全科保存的密钥。请解锁密钥环后重新启动全科，或联网登录。</translation>
    </message>
    <message>
        <source>The hall seals in a way that this program does not know. Install the newer one.</source>
        <translation>本程序不支持大厅现用的加密算法，请安装新版本。</translation>
    </message>
    <message>
        <source>Without the link only clerks work here, and only who has signed in here with it. Sign in once with the link.</source>
        <translation>断网时只有在本机联网登录过的受理人员可以办件。请联网登录一次。</translation>
    </message>
    <message>
        <source>The time for working here without the link is over. Sign in once with the link, then it begins anew.</source>
        <translation>本机离线办件的期限已到。请联网登录一次，期限重新计算。</translation>
    </message>
    <message>
        <source>What lets you work here without the link is not genuine, or another desk&apos;s. Sign in once with the link.</source>
        <translation>本机保存的离线办件凭证无效，或属于别的设备。请联网登录一次。</translation>
    </message>
    <message>
        <source>The clock of this machine was set back. Have it put right, or sign in once with the link.</source>
        <translation>本机时钟被往回调过。请把时钟校准，或联网登录一次。</translation>
    </message>
    <message>
        <source>The password is not right. Try again.</source>
        <translation>密码不对，请重新输入。</translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>This operator has not signed in here before: that first needs the link.</source>
        <translation>这位操作员没在本机登录过，第一次登录要联网。</translation>
    </message>
    <message>
        <source>This desk&apos;s own store cannot be used. Ask the administrator to look at the disk.</source>
        <translation>本机的存储不能用了，请管理员检查磁盘。</translation>
    </message>
    <message>
        <source>The gateway cannot be reached. Go on; it is sent later.</source>
        <translation>现在连不上县网关。请继续办，稍后自动上传。</translation>
    </message>
    <message>
        <source>The gateway does not answer. Go on; it is sent later.</source>
        <translation>县网关没有回应。请继续办，稍后自动上传。</translation>
    </message>
    <message>
        <source>The gateway cannot be reached.</source>
        <translation>连不上县网关。</translation>
    </message>
    <message>
        <source>Who received or changed a case does not decide it, and who decided it does not change it.</source>
        <translation>收过或改过这件的人不能审批它，审批过的人也不能再改它。</translation>
    </message>
    <message>
        <source>This belongs to another department.</source>
        <translation>这件归别的部门办。</translation>
    </message>
    <message>
        <source>The matter has moved on in the meantime. Look at it again.</source>
        <translation>这件的状态已经变了，请重新打开看一下。</translation>
    </message>
    <message>
        <source>Give a reason first.</source>
        <translation>请先写明理由。</translation>
    </message>
    <message>
        <source>Mark every review point first.</source>
        <translation>请先把审查要点逐条选完。</translation>
    </message>
    <message>
        <source>This step is not allowed here.</source>
        <translation>现在不能这样办。</translation>
    </message>
    <message>
        <source>Something in the form is still wrong.</source>
        <translation>表里还有没改对的地方。</translation>
    </message>
    <message>
        <source>This combination of matters cannot be handled together.</source>
        <translation>这几个事项不能合在一起办。</translation>
    </message>
    <message>
        <source>The form definitions cannot be used. Ask the administrator.</source>
        <translation>表单定义不能用，请联系管理员。</translation>
    </message>
    <message>
        <source>The file cannot be written. Ask the administrator to look at the disk.</source>
        <translation>文件写不了。请联系管理员检查磁盘。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>文件读不出来。</translation>
    </message>
    <message>
        <source>The folder cannot be read.</source>
        <translation>文件夹读不出来。</translation>
    </message>
    <message>
        <source>The document cannot be used.</source>
        <translation>这份材料不能用。</translation>
    </message>
    <message>
        <source>That did not work (%1).</source>
        <translation>没有办成（%1）。</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>The name or the password is not right. Try again.</source>
        <translation>操作员或密码不对，请重新输入。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a while or ask the shift leader.</source>
        <translation>连错次数太多，已暂停使用。请稍后再试，或请值班长解锁。</translation>
    </message>
    <message>
        <source>Your roles do not allow this.</source>
        <translation>您的岗位不能办这一步。</translation>
    </message>
    <message>
        <source>Quanke is open on this machine already. Go to that window or close it first.</source>
        <translation>本机已经开着全科，请切换到那个窗口，或先关掉它。</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then go on: nothing that was saved is lost.</source>
        <translation>磁盘满了。请腾出空间再继续，已存的内容都在。</translation>
    </message>
    <message>
        <source>This program is older than what it stored. Install the newer one.</source>
        <translation>程序版本比数据旧，请安装新版本。</translation>
    </message>
    <message>
        <source>The desk is locked. Sign in again.</source>
        <translation>已锁定，请重新登录。</translation>
    </message>
    <message>
        <source>The document on this machine is damaged. Hand it in again.</source>
        <translation>本机存的这份材料已损坏，请重新收一次。</translation>
    </message>
    <message>
        <source>This case has been pushed already.</source>
        <translation>这件已经推送了。</translation>
    </message>
    <message>
        <source>At this address there is no gateway. Ask the administrator.</source>
        <translation>这个地址不是县网关，请联系管理员。</translation>
    </message>
    <message>
        <source>The calendar of working days cannot be used. Ask the administrator.</source>
        <translation>工作日历不能用，请联系管理员。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between remarks</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>The hall&apos;s store was put back to an earlier state and had lost this. It is sent again.</source>
        <translation>大厅的数据恢复到了较早的状态，这一件不在其中，正在重新报送。</translation>
    </message>
    <message>
        <source>The store of this desk was put back to an earlier state. Ask the administrator.</source>
        <translation>本机的数据恢复到了较早的状态，请联系管理员。</translation>
    </message>
    <message>
        <source>The hall does not know this case yet. It is sent again later.</source>
        <translation>大厅还没有这一件，稍后自动重新报送。</translation>
    </message>
    <message>
        <source>Others are working on this case. It is sent again in a moment.</source>
        <translation>这一件正有他人办理，马上自动重新报送。</translation>
    </message>
    <message>
        <source>What stands has changed since the versions were compared. Look at them again, then choose.</source>
        <translation>对比之后现行内容又有变动，请重新查看后再选定。</translation>
    </message>
    <message>
        <source>The gateway has too much to do just now. Try again in a while.</source>
        <translation>县网关此刻太忙，请稍后再试。</translation>
    </message>
    <message>
        <source>Somebody has chosen between the versions already.</source>
        <translation>已有人选定版本。</translation>
    </message>
    <message>
        <source>The disk can only be read. Call the administrator.</source>
        <translation>磁盘只能读取，请联系管理员。</translation>
    </message>
    <message>
        <source>There is no room on that disk.</source>
        <translation>那个盘没有空间了。</translation>
    </message>
    <message>
        <source>That disk can only be read.</source>
        <translation>那个盘只能读取。</translation>
    </message>
    <message>
        <source>That disk is not there.</source>
        <translation>那个盘不在。</translation>
    </message>
    <message>
        <source>That disk cannot be used.</source>
        <translation>那个盘不能用。</translation>
    </message>
    <message>
        <source>This was sealed to another gateway, or altered.</source>
        <translation>这是密封给另一个县网关的，或已被改动。</translation>
    </message>
    <message>
        <source>This is somebody else&apos;s: they bring it themselves.</source>
        <translation>这是其他人员的，请其本人来发送。</translation>
    </message>
    <message>
        <source>The second copy was altered and cannot be used.</source>
        <translation>第二份已被改动，不能使用。</translation>
    </message>
    <message>
        <source>The case is at that window already.</source>
        <translation>该件已在这个窗口。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what it is, then what it says</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This case was handed over by a file. Take it back first to change it here.</source>
        <translation>该件已用文件转交。要在本机修改，请先收回。</translation>
    </message>
    <message>
        <source>The password is not right. Blanks do not matter, capitals do.</source>
        <translation>密码不对。空格可不输，大小写要一致。</translation>
    </message>
    <message>
        <source>The password needs at least 8 characters.</source>
        <translation>密码至少 8 个字符。</translation>
    </message>
    <message>
        <source>The file is not whole. Copy it again from where it was written.</source>
        <translation>文件不完整，请从原处重新拷贝。</translation>
    </message>
    <message>
        <source>The file was altered on its way. Nothing of it was taken in. Copy it again.</source>
        <translation>文件途中损坏或被改动，未导入任何内容。请重新拷贝。</translation>
    </message>
    <message>
        <source>This is no case file.</source>
        <translation>这不是转交文件。</translation>
    </message>
    <message>
        <source>A newer program wrote this file. Install the newer one here first.</source>
        <translation>该文件由更新的版本写成，请先升级本机。</translation>
    </message>
    <message>
        <source>This is more than a case file can hold.</source>
        <translation>超出转交文件的容量。</translation>
    </message>
    <message>
        <source>A file of that name is there already. Choose another name.</source>
        <translation>已有同名文件，请换个名字。</translation>
    </message>
    <message>
        <source>This case is among your drafts already and stays as it is.</source>
        <translation>该件已在您的草稿里，保持原样。</translation>
    </message>
    <message>
        <source>This case has been pushed from this desk already.</source>
        <translation>该件已从本机推送。</translation>
    </message>
    <message>
        <source>This desk wrote the file. To go on here take the case back: it stands among the drafts.</source>
        <translation>该文件由本机写出。要在本机接着办，请在草稿里收回。</translation>
    </message>
    <message>
        <source>The case was handed over again since this file was written. Ask for the latest file.</source>
        <translation>该件此后又转交过，请要最新的文件。</translation>
    </message>
    <message>
        <source>The case lies at this desk already, with another clerk.</source>
        <translation>该件已在本机，由另一位办理。</translation>
    </message>
    <message>
        <source>The file cannot be used.</source>
        <translation>文件无法使用。</translation>
    </message>
    <message>
        <source>The hall has this case from this desk already.</source>
        <translation>县网关已经收到过本机推送的这个办件。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing of it was kept.</source>
        <translation>已取消，没有留下任何内容。</translation>
    </message>
    <message>
        <source>The case was changed while the file was written. No file was kept; hand it over once more.</source>
        <translation>写文件期间办件有改动，文件未保留，请再转交一次。</translation>
    </message>
    <message>
        <source>Nobody of that name goes on with cases here any more. Hand it over to somebody else.</source>
        <translation>大厅里已没有这位接办人，请转交给别人。</translation>
    </message>
    <message>
        <source>Another program, a backup or a virus scan perhaps, has the store of this desk in hand. Nothing is lost: Quanke goes on by itself once it is let go.</source>
        <translation>本机的存储正被别的程序占用，可能是备份或杀毒软件。什么都没有丢：对方放开后，全科会自己继续。</translation>
    </message>
    <message>
        <source>The store of this desk lies on a network drive, which may lose what was saved. Have the administrator put it on a disk of this machine.</source>
        <translation>本机的存储放在网络盘上，已保存的内容可能丢失。请管理员把它放到本机的硬盘上。</translation>
    </message>
    <message>
        <source>The store of this desk lies on a stick, or a disk made like one (FAT), which may lose what was saved at a power cut. Have the administrator put it on another disk of this machine.</source>
        <translation>本机的存储放在 U 盘或同类格式（FAT）的盘上，断电时已保存的内容可能丢失。请管理员把它放到本机的其他硬盘上。</translation>
    </message>
    <message>
        <source>The hall&apos;s program is older than this desk&apos;s. It is kept here and sent again until that is updated.</source>
        <translation>县网关的程序比本机旧，还不认识这项内容。内容已保存在本机，会继续重发，直到县网关升级。</translation>
    </message>
    <message>
        <source>An administrator chose this password. Change it first.</source>
        <translation>这是管理员设的初始密码，请先更改。</translation>
    </message>
    <message>
        <source>That is the password until now. Choose another.</source>
        <translation>与原密码相同，请换一个。</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Choose another.</source>
        <translation>这个密码太容易被猜到，请换一个。</translation>
    </message>
    <message>
        <source>Too much was asked for at once. Try again in a few seconds.</source>
        <translation>一次查询太多，请过几秒再试。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::WorkPane</name>
    <message>
        <source>Work list</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Number, name, matter</source>
        <translation>编号、姓名、事项</translation>
    </message>
    <message>
        <source>Search the work list</source>
        <translation>查找待办</translation>
    </message>
    <message>
        <source>As last known here</source>
        <translation>以本机最后所知为准</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>To review %1</source>
        <translation>待审 %1</translation>
    </message>
    <message>
        <source>Correction %1</source>
        <translation>补正 %1</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>等前件 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>待办 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for this department. What the windows push comes in by itself.</source>
        <translation>本部门没有待办。窗口推送后会自动出现。</translation>
    </message>
    <message>
        <source>Nothing here fits. Change the filter or the search.</source>
        <translation>没有符合的。换个筛选或词试试。</translation>
    </message>
</context>
<context>
    <name>quanke::desk::Workspaces</name>
    <message>
        <source>Receive</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>出件</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>审批</translation>
    </message>
</context>
</TS>

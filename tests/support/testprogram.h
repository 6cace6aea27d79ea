#pragma once

#include <QTest>

/// Nearly all that a test takes to build are headers and linking, so the tests of a folder are one program, whose first
/// argument says which of them to run (quanke_add_tests makes it). For it, what stands at the end of each tst_*.cpp makes
/// int runCasesTest(int, char **) of what is QtTest's own main when the file is a program by itself.
#undef QTEST_GUILESS_MAIN
#undef QTEST_MAIN
#define QTEST_GUILESS_MAIN(Class) QUANKE_TEST_UNDER(QCoreApplication, Class)
#if defined(QT_WIDGETS_LIB)
#define QTEST_MAIN(Class) QUANKE_TEST_UNDER(QApplication, Class)
#elif defined(QT_GUI_LIB)
#define QTEST_MAIN(Class) QUANKE_TEST_UNDER(QGuiApplication, Class)
#else
#define QTEST_MAIN(Class) QUANKE_TEST_UNDER(QCoreApplication, Class)
#endif

#define QUANKE_TEST_UNDER(Application, Class)                                                                \
    int run##Class(int count, char **arguments);                                                             \
    int run##Class(int count, char **arguments)                                                              \
    {                                                                                                        \
        const Application application(count, arguments);                                                     \
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);                                               \
        Class test;                                                                                          \
        return QTest::qExec(&test, count, arguments);                                                        \
    }

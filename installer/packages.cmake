# The Debian packages, made by `./dev package`. What the programs are linked to is found by dpkg-shlibdeps; here stands what
# it cannot see, because a program opens it by name while it runs.

# From the commit: a day and the beginning of its digest, for example 20260131.080000.0123abc.
set(QUANKE_PACKAGE_REVISION "" CACHE STRING "What the packages' version says behind the program's")
set(QUANKE_MAINTAINER "Quanke maintainers <maintainers@quanke.invalid>" CACHE STRING
    "Who answers for the packages: whoever builds them for a hall")
if(NOT QUANKE_PACKAGE_REVISION)
    return()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME quanke)
set(CPACK_PACKAGE_CONTACT "${QUANKE_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX "${CMAKE_INSTALL_PREFIX}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package says its own
set(CPACK_COMPONENTS_ALL forms cli gateway desk)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_VERSION "${PROJECT_VERSION}+${QUANKE_PACKAGE_REVISION}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# Of the very same build: a case names the definitions it was filled by through their digest.
set(forms "quanke-forms (= ${CPACK_DEBIAN_PACKAGE_VERSION})")

set(CPACK_DEBIAN_FORMS_PACKAGE_NAME quanke-forms)
set(CPACK_DEBIAN_FORMS_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_FORMS_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_FORMS_DESCRIPTION "definitions of matters for Quanke, the window for every matter
What a clerk at any window of a county hall may be asked for: matters, their
fields and documents, how they come together in one form, and which department
gets which part. Data alone; desk, gateway and command line read the same.")

set(CPACK_DEBIAN_CLI_PACKAGE_NAME quanke)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "${forms}")
set(CPACK_COMPONENT_CLI_DESCRIPTION "command line of Quanke, the window for every matter
Checks definitions, composes and validates forms, pushes a case to the gateway
as a desk does, and shows where it is.")

set(CPACK_DEBIAN_GATEWAY_PACKAGE_NAME quanke-gateway)
set(CPACK_DEBIAN_GATEWAY_PACKAGE_SECTION net)
# adduser: its own user.
set(CPACK_DEBIAN_GATEWAY_PACKAGE_DEPENDS "${forms}, adduser")
set(CPACK_DEBIAN_GATEWAY_PACKAGE_RECOMMENDS "systemd")
set(CPACK_DEBIAN_GATEWAY_PACKAGE_SUGGESTS "quanke")
set(CPACK_DEBIAN_GATEWAY_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_SOURCE_DIR}/gateway/postinst"
    "${CMAKE_CURRENT_SOURCE_DIR}/gateway/prerm" "${CMAKE_CURRENT_SOURCE_DIR}/gateway/postrm"
    "${CMAKE_CURRENT_SOURCE_DIR}/gateway/conffiles")
set(CPACK_COMPONENT_GATEWAY_DESCRIPTION "gateway of Quanke, the window for every matter
Takes the cases of a hall's desks, splits them to departments, keeps their
clocks and gives receipts for what is durable. A service with a user of its
own, shut in by systemd. Its data outlive the package, also when it is purged.")

set(CPACK_DEBIAN_DESK_PACKAGE_NAME quanke-desk)
# libqt6sql6-sqlite: the store, a plugin. qt6-translations-l10n: Qt's own words in Chinese. fonts-noto-cjk: the screen.
# fonts-wqy-zenhei: PDFs whose Chinese can be searched. What draws the icons is linked.
set(CPACK_DEBIAN_DESK_PACKAGE_DEPENDS
    "${forms}, libqt6sql6-sqlite, libsecret-1-0, qt6-translations-l10n, fonts-noto-cjk, fonts-wqy-zenhei")
# qt6-wayland: windows where there is no X (what X needs is in libqt6gui6). fcitx5-frontend-qt6: writing Chinese.
set(CPACK_DEBIAN_DESK_PACKAGE_RECOMMENDS "qt6-wayland, fcitx5-frontend-qt6")
set(CPACK_DEBIAN_DESK_PACKAGE_SUGGESTS "fcitx5-chinese-addons, cups")
set(CPACK_COMPONENT_DESK_DESCRIPTION "workstation of a clerk who may accept any matter at any window
The applicant says what they want to do; the clerk ticks what it takes, fills
one form, attaches each document once, and is told on the spot what is wrong
or missing. Goes on with the link down, and at the same field after a power
cut.")

string(TIMESTAMP QUANKE_CHANGELOG_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC) # of SOURCE_DATE_EPOCH
foreach(component forms cli gateway desk)
    string(TOUPPER ${component} upper)
    set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${component}")
    configure_file(changelog.in ${component}/changelog @ONLY)
    quanke_compress("${folder}/changelog" ${component}/changelog.gz)
    configure_file(copyright ${component}/copyright COPYONLY)
    # The list of contents is made of what the other files are, so after them: installer/make.
    install(FILES "${folder}/changelog.gz" "${folder}/copyright" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}"
        COMPONENT ${component})
    install(FILES "${folder}/${package}.spdx.json" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}"
        COMPONENT ${component} OPTIONAL)
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${component}/lintian-overrides")
        install(FILES ${component}/lintian-overrides DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides"
            RENAME ${package} COMPONENT ${component})
    endif()
endforeach()
include(CPack)

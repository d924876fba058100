#include <libxml/xmlversion.h>
// Its converters bring in ICU's headers, which Swift's Foundation has in another version: a module that
// sees both does not build. Nothing here touches the one structure that this changes.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

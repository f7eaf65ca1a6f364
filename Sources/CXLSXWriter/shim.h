// What Swift sees of libxlsxwriter: workbooks, sheets, formats and cells.
#include <xlsxwriter.h>

// What Swift sees of libqrencode: QRcode_encodeData and QRcode_free.
#include <qrencode.h>

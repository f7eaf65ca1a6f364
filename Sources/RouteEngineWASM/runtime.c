// What Embedded Swift asks of its host, so that the module imports nothing: memory, and an end.
//
// The engine keeps no memory between two decisions but the rulebook and two buffers, all made at the first call. So the
// allocator is a bump with size classes of free lists: 16, 32, ... 65536 bytes, a header of 16 bytes each.

typedef unsigned char u8;
typedef unsigned int u32;
typedef __SIZE_TYPE__ size;

extern u8 __heap_base;
static u8 *next_free;
static u8 *end_of_memory;
static void *free_lists[20];
static u32 live;

static u32 class_of(size bytes) {
  u32 class = 4;
  while (((size)1 << class) < bytes) class++;
  return class;
}

static u8 *take(size bytes) {
  if (!next_free) {
    next_free = (u8 *)(((size)&__heap_base + 15) & ~(size)15);
    end_of_memory = (u8 *)(__builtin_wasm_memory_size(0) << 16);
  }
  while (next_free + bytes > end_of_memory) {
    size pages = (bytes + 0xFFFF) >> 16;
    if (__builtin_wasm_memory_grow(0, pages) == (size)-1) __builtin_trap();
    end_of_memory += pages << 16;
  }
  u8 *taken = next_free;
  next_free += bytes;
  return taken;
}

int posix_memalign(void **result, size alignment, size bytes) {
  if (alignment > 16) __builtin_trap();
  u32 class = class_of(bytes + 16);
  if (class >= 20) __builtin_trap();
  u8 *block = free_lists[class];
  if (block) free_lists[class] = *(void **)(block + 16);
  else block = take((size)1 << class);
  *(u32 *)block = class;
  *result = block + 16;
  live++;
  return 0;
}

void free(void *pointer) {
  if (!pointer) return;
  u8 *block = (u8 *)pointer - 16;
  u32 class = *(u32 *)block;
  if (class < 4 || class >= 20) __builtin_trap();
  *(void **)pointer = free_lists[class];
  free_lists[class] = block;
  live--;
}

// How many blocks are in use; a test sees that a decision leaves none behind.
__attribute__((export_name("ruta_live"))) u32 ruta_live(void) { return live; }

void *memcpy(void *to, const void *from, size count) {
  for (size i = 0; i < count; i++) ((u8 *)to)[i] = ((const u8 *)from)[i];
  return to;
}

void *memmove(void *to, const void *from, size count) {
  u8 *target = to;
  const u8 *source = from;
  if (target < source) for (size i = 0; i < count; i++) target[i] = source[i];
  else while (count--) target[count] = source[count];
  return to;
}

void *memset(void *to, int value, size count) {
  for (size i = 0; i < count; i++) ((u8 *)to)[i] = (u8)value;
  return to;
}

// The seed of hashed collections: constant, so that every phone decides alike.
void arc4random_buf(void *to, size count) { memset(to, 7, count); }

size __stack_chk_guard = 0x5275;
__attribute__((noreturn)) void __stack_chk_fail(void) { __builtin_trap(); }

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc declares renameat2 only with _GNU_SOURCE, which Swift's importer does not set.
static inline int c_exchange(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2U /* RENAME_EXCHANGE */);
}

// Variadic, so Swift's importer leaves it out. The columns of a terminal, or 0.
static inline int c_columns(int stream) {
  struct winsize size = {0};
  return ioctl(stream, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

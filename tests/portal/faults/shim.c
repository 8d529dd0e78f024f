/* Loaded before the C library: makes what writes under one folder fail, as a disk does that is full or broken.
   What fails, and from when on, stands in a small file that the test writes and this reads as memory. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* As `Control` in shim.rs writes and reads it. */
struct control {
    int64_t armed;  /* whether anything fails at all */
    int64_t error;  /* with which error */
    int64_t kinds;  /* which kinds of calls count: a sum of the four below */
    int64_t skip;   /* how many calls go right first */
    int64_t most;   /* how many fail then */
    int64_t seen;   /* how many calls were counted */
    int64_t failed; /* how many of them failed */
    char first[40]; /* the name of the first that failed */
};

enum { WRITES = 1, SYNCS = 2, MAKES = 4, REMOVES = 8 };

static volatile struct control *control;
static char under[PATH_MAX];
static size_t length;

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("SHIM_UNDER"), *file = getenv("SHIM_CONTROL");
    if (!folder || !file) return;
    int fd = open(file, O_RDWR | O_CLOEXEC);
    if (fd < 0) return;
    void *memory = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (memory == MAP_FAILED) return;
    length = strlen(strncpy(under, folder, sizeof under - 1));
    control = memory;
}

static int counts(int kind) { return control && control->armed && (control->kinds & kind); }

static int is_under(const char *path) {
    return path && strncmp(path, under, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int is_open_under(int fd) {
    char link[40], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t read = readlink(link, path, sizeof path - 1);
    if (read < 0) return 0;
    path[read] = 0;
    return is_under(path);
}

/* Counts a call, and says whether it is one that fails. */
static int fails(const char *name) {
    int64_t number = __atomic_fetch_add(&control->seen, 1, __ATOMIC_SEQ_CST);
    if (number < control->skip || number - control->skip >= control->most) return 0;
    if (__atomic_fetch_add(&control->failed, 1, __ATOMIC_SEQ_CST) == 0)
        strncpy((char *)control->first, name, sizeof control->first - 1);
    errno = (int)control->error;
    return 1;
}

static int path_fails(int kind, const char *path, const char *name) {
    int before = errno;
    if (counts(kind) && is_under(path) && fails(name)) return 1;
    errno = before;
    return 0;
}

static int file_fails(int kind, int fd, const char *name) {
    int before = errno;
    if (counts(kind) && is_open_under(fd) && fails(name)) return 1;
    errno = before;
    return 0;
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* A file that is there already needs no room to be opened. */
static int opening_fails(const char *path, int flags, const char *name) {
    int before = errno;
    int makes = (flags & O_CREAT) && counts(MAKES) && is_under(path) && access(path, F_OK) != 0;
    errno = before;
    return makes && path_fails(MAKES, path, name);
}

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return opening_fails(path, flags, #name) ? -1 : real(path, flags, mode); \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return opening_fails(path, flags, #name) ? -1 : real(folder, path, flags, mode); \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

ssize_t write(int fd, const void *data, size_t size) {
    REAL(write);
    return file_fails(WRITES, fd, "write") ? -1 : real(fd, data, size);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(writev);
    return file_fails(WRITES, fd, "writev") ? -1 : real(fd, parts, count);
}

#define WRITING_AT(name, offset) \
    ssize_t name(int fd, const void *data, size_t size, offset at) { \
        REAL(name); \
        return file_fails(WRITES, fd, #name) ? -1 : real(fd, data, size, at); \
    }
WRITING_AT(pwrite, off_t)
WRITING_AT(pwrite64, off64_t)

#define SIZING(name, offset) \
    int name(int fd, offset size) { \
        REAL(name); \
        return file_fails(WRITES, fd, #name) ? -1 : real(fd, size); \
    }
SIZING(ftruncate, off_t)
SIZING(ftruncate64, off64_t)

#define SYNCING(name) \
    int name(int fd) { \
        REAL(name); \
        return file_fails(SYNCS, fd, #name) ? -1 : real(fd); \
    }
SYNCING(fsync)
SYNCING(fdatasync)

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    return path_fails(MAKES, path, "mkdir") ? -1 : real(path, mode);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    return path_fails(MAKES, to, "rename") ? -1 : real(from, to);
}

int link(const char *from, const char *to) {
    REAL(link);
    return path_fails(MAKES, to, "link") ? -1 : real(from, to);
}

int linkat(int old, const char *from, int new, const char *to, int flags) {
    REAL(linkat);
    return path_fails(MAKES, to, "linkat") ? -1 : real(old, from, new, to, flags);
}

int unlink(const char *path) {
    REAL(unlink);
    return path_fails(REMOVES, path, "unlink") ? -1 : real(path);
}

int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    return path_fails(REMOVES, path, "unlinkat") ? -1 : real(folder, path, flags);
}

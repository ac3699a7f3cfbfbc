/* The least that any generator of pages must do: read every Markdown file below a folder, let
   cmark-gfm render it, write the result. Two threads, no search, no database, no links.
   usage: floor FOLDER OUTPUT      (OUTPUT is there and empty; file names are numbers) */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ftw.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **paths;
static size_t count;
static const char *output;

static int remember(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)place;
    size_t length = strlen(path);
    if (kind != FTW_F || length < 3 || strcmp(path + length - 3, ".md") != 0) return 0;
    if (count % 1024 == 0) paths = realloc(paths, (count + 1024) * sizeof *paths);
    if (!paths || !(paths[count++] = strdup(path))) abort();
    return 0;
}

static char *contents(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) abort();
    *length = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(*length + 1);
    if (!text || fread(text, 1, *length, file) != *length) abort();
    fclose(file);
    return text;
}

static void render(size_t number) {
    size_t length;
    char *text = contents(paths[number], &length);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, text, length);
    cmark_node *tree = cmark_parser_finish(parser);
    char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT,
                                   cmark_parser_get_syntax_extensions(parser));
    char path[4096];
    snprintf(path, sizeof path, "%s/%zu.html", output, number);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(html, 1, strlen(html), file) != strlen(html) || fclose(file) != 0) abort();
    free(html);
    cmark_node_free(tree);
    cmark_parser_free(parser);
    free(text);
}

static void *work(void *first) {
    for (size_t i = (size_t)first; i < count; i += 2) render(i);
    return NULL;
}

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    output = argv[2];
    cmark_gfm_core_extensions_ensure_registered();
    if (nftw(argv[1], remember, 64, FTW_PHYS) != 0) return 3;
    pthread_t other;
    if (pthread_create(&other, NULL, work, (void *)1) != 0) return 3;
    work((void *)0);
    pthread_join(other, NULL);
    return 0;
}

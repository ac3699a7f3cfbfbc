// Verifies a static tlog-tiles log, and a receipt, with the packages of Go's checksum database.
// usage: tlog FOLDER [RECEIPT]
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Println("FAILED", err)
		os.Exit(1)
	}
}

// Go has a height in its paths, and another word for the bundles of entries.
func place(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), "tile/8/")
	return "tile/" + strings.Replace(path, "data/", "entries/", 1)
}

type folder string

func (f folder) Height() int { return 8 }

func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(string(f), place(tile)))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// The tree that a checkpoint signs.
func open(checkpoint []byte, keys note.Verifiers) tlog.Tree {
	signed, err := note.Open(checkpoint, keys)
	check(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

func main() {
	f := folder(os.Args[1])
	vkey, err := os.ReadFile(filepath.Join(string(f), "log.vkey"))
	check(err)
	verifier, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	check(err)
	keys := note.VerifierList(verifier)
	checkpoint, err := os.ReadFile(filepath.Join(string(f), "checkpoint"))
	check(err)
	tree := open(checkpoint, keys)
	reader := tlog.TileHashReader(tree, f)
	trail, err := os.ReadFile(filepath.Join(string(f), "trail.jsonl"))
	check(err)
	lines := bytes.Split(bytes.TrimSuffix(trail, []byte("\n")), []byte("\n"))
	var indexes []int64
	for i := range lines {
		indexes = append(indexes, tlog.StoredHashIndex(0, int64(i)))
	}
	hashes, err := reader.ReadHashes(indexes)
	check(err)
	var bundle []byte
	for i := int64(0); i < tree.N; i++ {
		if i%256 == 0 {
			width := tree.N - i
			if width > 256 {
				width = 256
			}
			tile := tlog.Tile{H: 8, L: -1, N: i / 256, W: int(width)}
			bundle, err = os.ReadFile(filepath.Join(string(f), place(tile)))
			check(err)
		}
		length := int(binary.BigEndian.Uint16(bundle))
		entry := bundle[2 : 2+length]
		bundle = bundle[2+length:]
		if tlog.RecordHash(entry) != hashes[i] || !bytes.Equal(entry, lines[i]) {
			check(fmt.Errorf("entry %d does not fit", i))
		}
	}
	fmt.Println("entries", tree.N)
	if len(os.Args) > 2 {
		receipt(os.Args[2], keys)
	}
}

func receipt(path string, keys note.Verifiers) {
	data, err := os.ReadFile(path)
	check(err)
	parts := strings.SplitN(string(data), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		check(fmt.Errorf("no receipt"))
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check(err)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check(err)
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		proof = append(proof, hash)
	}
	tree := open([]byte(parts[1]), keys)
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)))
	fmt.Println("receipt", index)
}

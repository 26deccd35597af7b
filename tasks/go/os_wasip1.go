package main

import (
	"errors"
	"io/fs"
	"syscall"
	"time"
)

var begin = time.Now()

// Go's runtime does not let standard output block, and under wazero a job that filled its pipe hung
// in every second to fourth run; with an output that blocks it never did (30 runs).
func init() {
	syscall.SetNonblock(syscall.Stdout, false)
	syscall.SetNonblock(syscall.Stderr, false)
}

// isMissing tells that the ledger's folder is not there: in no folder that was opened for the
// module, which has no file number then.
func isMissing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.EBADF)
}

// WASI has no file modes.
func umask(int) int {
	return 0
}

func cpuTime() time.Duration {
	return time.Since(begin)
}

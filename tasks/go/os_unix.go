//go:build unix

package main

import (
	"errors"
	"io/fs"
	"syscall"
	"time"
)

// isMissing tells that the ledger's folder is not there.
func isMissing(err error) bool {
	return errors.Is(err, fs.ErrNotExist)
}

func umask(mask int) int {
	return syscall.Umask(mask)
}

// cpuTime is what this process has used so far.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

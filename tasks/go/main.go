// The job in Go, with the same contract as etl_task.py: read there what it prints, what it appends
// to the ledger and which settings it takes. Compiled for WASI it is the Wasm job, too.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

var (
	started = time.Now().UnixNano()
	id      = newID()
)

// refused is a setting that is no number in its range.
type refused struct{ message string }

func main() {
	fmt.Println(started)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	record("start", started, fmt.Sprintf(`"pid": %d, "host": "%s", "language": "%s"`,
		os.Getpid(), host(), language()))
	code := work(signals)
	signal.Ignore(syscall.SIGTERM, syscall.SIGINT)
	record("end", time.Now().UnixNano(), fmt.Sprintf(`"exit_code": %d`, code))
	os.Exit(code)
}

func work(signals <-chan os.Signal) (code int) {
	defer func() {
		if bad, ok := recover().(refused); ok {
			fmt.Fprintln(os.Stderr, bad.message)
			code = 2
		}
	}()
	deadline := time.Now().Add(seconds("ETL_TASK_SECONDS", "1.5"))
	cpu := seconds("ETL_TASK_CPU_SECONDS", "0")
	memoryMiB := whole("ETL_TASK_MEMORY_MIB", 1<<20)
	outputBytes := whole("ETL_TASK_OUTPUT_BYTES", 1<<40)
	exitCode := whole("ETL_TASK_EXIT_CODE", 255)

	held := make([]byte, memoryMiB<<20)
	for i := range held {
		held[i] = 'x' // filled, not only reserved, hence resident
	}
	if text := os.Getenv("ETL_TASK_STDERR"); text != "" {
		fmt.Fprintln(os.Stderr, text)
	}
	output(outputBytes)
	if signalled := burn(cpu, signals); signalled != nil {
		return codeOf(signalled)
	}
	select {
	case signalled := <-signals:
		return codeOf(signalled)
	case <-time.After(time.Until(deadline)):
	}
	if len(held) > 0 && held[0] != 'x' { // uses it up to here, so that it is not freed before
		return 1
	}
	return int(exitCode)
}

func codeOf(signalled os.Signal) int {
	if signalled == syscall.SIGINT {
		return 130
	}
	return 143
}

// output writes so many bytes in lines of 80; the first one may be cut in front.
func output(bytes int64) {
	line := strings.Repeat("x", 79) + "\n"
	for left := bytes; left > 0; left -= int64(len(line)) {
		os.Stdout.WriteString(line[max(0, int64(len(line))-left):])
	}
}

// burn computes until the process has used so much CPU time. WASI does not tell that time: there
// the clock on the wall is taken, which is the same on a core that nobody else uses.
func burn(cpu time.Duration, signals <-chan os.Signal) os.Signal {
	end := cpuTime() + cpu
	sum := 0
	for cpu > 0 && cpuTime() < end {
		for i := range 100000 {
			sum += i
		}
		select {
		case signalled := <-signals:
			return signalled
		default:
		}
	}
	if sum < 0 {
		panic("an overflow") // the sum is used, so that the loop stays
	}
	return nil
}

func seconds(name string, otherwise string) time.Duration {
	value, err := strconv.ParseFloat(text(name, otherwise), 64)
	if err != nil || math.IsNaN(value) || value < 0 || value > 86400 {
		refuse(name, 86400)
	}
	return time.Duration(value * float64(time.Second))
}

func whole(name string, highest int64) int64 {
	value, err := strconv.ParseInt(text(name, "0"), 10, 64)
	if err != nil || value < 0 || value > highest {
		refuse(name, highest)
	}
	return value
}

func text(name string, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func refuse(name string, highest int64) {
	panic(refused{fmt.Sprintf("etl_task: %s='%s' is not a number from 0 to %d",
		name, os.Getenv(name), highest)})
}

// record appends one line in one write, so that parallel jobs cannot tear each other's.
func record(event string, ns int64, rest string) {
	line := fmt.Sprintf("{\"id\": \"%s\", \"event\": \"%s\", \"ns\": %d, %s}\n", id, event, ns, rest)
	path := filepath.Join(text("ETL_TASK_LEDGER_DIR", "/runs"), "ledger.jsonl")
	old := umask(0) // other users of the image append to the same file
	defer umask(old)
	ledger, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if isMissing(err) {
		return // no ledger is mounted
	}
	if err == nil {
		defer ledger.Close()
		_, err = ledger.WriteString(line)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "etl_task: cannot append to %s: %v\n", path, err)
	}
}

// language of what runs: the source is the same.
func language() string {
	if runtime.GOARCH == "wasm" {
		return "wasm"
	}
	return "go"
}

func newID() string {
	bytes := make([]byte, 8)
	rand.Read(bytes)
	return hex.EncodeToString(bytes)
}

func host() string {
	name, err := os.Hostname()
	if runtime.GOARCH == "wasm" { // WASI has no host name; the caller says it
		name, err = os.Getenv("HOSTNAME"), nil
	}
	if err != nil || name == "" {
		return "-"
	}
	return strings.Map(func(c rune) rune {
		if c < 128 && (c == '-' || c == '.' || c == '_' ||
			'0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			return c
		}
		return -1
	}, name)
}

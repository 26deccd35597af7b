//! What the job needs of the C library and Rust's standard library does not offer. Linux, 64 bit.

use std::io::{ErrorKind, Read};
use std::os::unix::io::AsRawFd;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;

const SIGINT: i32 = 2;
const SIGTERM: i32 = 15;
const CLOCK_PROCESS_CPUTIME_ID: i32 = 2;

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanos: i64,
}

#[allow(clippy::missing_safety_doc)]
mod c {
    use super::Timespec;

    extern "C" {
        pub fn umask(mask: u32) -> u32;
        pub fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
        pub fn signal(number: i32, handler: extern "C" fn(i32)) -> usize;
        pub fn write(file: i32, bytes: *const u8, count: usize) -> isize;
    }
}

/// Sets which file modes are refused, and returns what was set before.
pub fn umask(mask: u32) -> u32 {
    // SAFETY: it cannot fail and touches nothing but the process's own mask
    unsafe { c::umask(mask) }
}

/// What this process has used so far.
pub fn cpu_time() -> Duration {
    let mut time = Timespec {
        seconds: 0,
        nanos: 0,
    };
    // SAFETY: the pointer is to a value of ours, which the call only fills
    unsafe { c::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    Duration::new(time.seconds as u64, time.nanos as u32)
}

static HEARD: AtomicI32 = AtomicI32::new(-1);

/// Writing one byte is all that a handler may do here.
extern "C" fn hear(number: i32) {
    let byte = number as u8;
    // SAFETY: write(2) may be called in a handler, and the byte lives as long as the call
    unsafe { c::write(HEARD.load(Ordering::Relaxed), &byte, 1) };
}

/// The signals that ask the job to end.
pub struct Signals {
    reader: UnixStream,
    _writer: UnixStream,
}

/// Listens from now on.
pub fn signals() -> Signals {
    let (reader, writer) = UnixStream::pair().expect("a process has two files to spare");
    HEARD.store(writer.as_raw_fd(), Ordering::Relaxed);
    for number in [SIGTERM, SIGINT] {
        // SAFETY: the handler does nothing but write to a file that stays open
        unsafe { c::signal(number, hear) };
    }
    Signals {
        reader,
        _writer: writer,
    }
}

impl Signals {
    /// Waits for one, at most so long.
    pub fn wait(&mut self, limit: Duration) -> Option<i32> {
        let limit = limit.max(Duration::from_micros(1)); // none at all would mean for ever
        self.reader
            .set_read_timeout(Some(limit))
            .expect("a socket can have a time limit");
        let mut byte = [0u8];
        loop {
            match self.reader.read(&mut byte) {
                Ok(1) => return Some(byte[0].into()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {} // by the signal itself
                _ => return None,
            }
        }
    }

    /// One that has come.
    pub fn heard(&mut self) -> Option<i32> {
        self.wait(Duration::ZERO)
    }
}

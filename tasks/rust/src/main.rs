//! The job in Rust, with the same contract as etl_task.py: read there what it prints, what it
//! appends to the ledger and which settings it takes. The standard library only: what it lacks of
//! the C library is declared in `os`.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::exit;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

mod os;

fn main() {
    let started = now_ns();
    println!("{started}");
    let id = new_id();
    let mut signals = os::signals();
    let host = format!(
        "\"pid\": {}, \"host\": \"{}\", \"language\": \"rust\"",
        std::process::id(),
        host()
    );
    record(&id, "start", started, &host);
    let code = work(&mut signals).unwrap_or_else(|refused| {
        eprintln!("{refused}");
        2
    });
    record(&id, "end", now_ns(), &format!("\"exit_code\": {code}"));
    exit(code);
}

/// Does what the environment asks for; an error is a setting that is no number in its range.
fn work(signals: &mut os::Signals) -> Result<i32, String> {
    let begin = Instant::now();
    let duration = seconds("ETL_TASK_SECONDS", "1.5")?;
    let cpu = seconds("ETL_TASK_CPU_SECONDS", "0")?;
    let memory_mib = whole("ETL_TASK_MEMORY_MIB", 1 << 20)?;
    let output_bytes = whole("ETL_TASK_OUTPUT_BYTES", 1 << 40)?;
    let exit_code = whole("ETL_TASK_EXIT_CODE", 255)?;

    let held = vec![b'x'; (memory_mib as usize) << 20]; // filled, hence resident
    if let Some(text) = set("ETL_TASK_STDERR") {
        eprintln!("{text}");
    }
    output(output_bytes);
    if let Some(code) = burn(cpu, signals) {
        return Ok(code);
    }
    let left = duration.saturating_sub(begin.elapsed());
    if let Some(signal) = signals.wait(left) {
        return Ok(128 + signal);
    }
    used(&held); // up to here, so that it is not freed before
    Ok(exit_code as i32)
}

/// So many bytes in lines of 80; the first one may be cut in front.
fn output(bytes: u64) {
    let line = format!("{}\n", "x".repeat(79));
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut left = bytes;
    while left > 0 {
        let from = (line.len() as u64).saturating_sub(left) as usize;
        if out.write_all(&line.as_bytes()[from..]).is_err() {
            return; // nobody reads any more
        }
        left = left.saturating_sub(line.len() as u64);
    }
    let _ = out.flush();
}

/// Makes the compiler believe that somebody looks.
fn used<T>(value: &T) {
    // SAFETY: a read of a value that is there
    unsafe { std::ptr::read_volatile(value as *const T as *const u8) };
}

/// Computes until the process has used so much CPU time, or is asked to end.
fn burn(cpu: Duration, signals: &mut os::Signals) -> Option<i32> {
    let end = os::cpu_time() + cpu;
    while !cpu.is_zero() && os::cpu_time() < end {
        used(&(0..100_000u64).fold(0u64, |a, b| a.wrapping_add(b)));
        if let Some(signal) = signals.heard() {
            return Some(128 + signal);
        }
    }
    None
}

fn seconds(name: &str, otherwise: &str) -> Result<Duration, String> {
    let text = set(name).unwrap_or_else(|| otherwise.to_string());
    match text.parse::<f64>() {
        Ok(value) if (0.0..=86400.0).contains(&value) => Ok(Duration::from_secs_f64(value)),
        _ => Err(refusal(name, &text, 86400)),
    }
}

fn whole(name: &str, highest: u64) -> Result<u64, String> {
    let text = set(name).unwrap_or_else(|| "0".to_string());
    match text.parse::<u64>() {
        Ok(value) if value <= highest => Ok(value),
        _ => Err(refusal(name, &text, highest)),
    }
}

fn refusal(name: &str, text: &str, highest: u64) -> String {
    format!("etl_task: {name}='{text}' is not a number from 0 to {highest}")
}

fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Appends one line in one write, so that parallel jobs cannot tear each other's.
fn record(id: &str, event: &str, ns: u128, rest: &str) {
    let line = format!("{{\"id\": \"{id}\", \"event\": \"{event}\", \"ns\": {ns}, {rest}}}\n");
    let folder = set("ETL_TASK_LEDGER_DIR").unwrap_or_else(|| "/runs".to_string());
    let path = PathBuf::from(folder).join("ledger.jsonl");
    let old = os::umask(0); // other users of the image append to the same file
    let ledger = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o666)
        .open(&path);
    os::umask(old);
    let written = ledger.and_then(|mut file| file.write_all(line.as_bytes()));
    if let Err(error) = written {
        if error.kind() != ErrorKind::NotFound {
            eprintln!("etl_task: cannot append to {}: {error}", path.display());
        } // else no ledger is mounted
    }
}

fn now_ns() -> u128 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| d.as_nanos())
}

fn new_id() -> String {
    let mut bytes = [0u8; 8];
    fs::File::open("/dev/urandom")
        .and_then(|mut random| random.read_exact(&mut bytes))
        .expect("every Unix has random bytes");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn host() -> String {
    fs::read_to_string("/proc/sys/kernel/hostname")
        .unwrap_or_default()
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-._".contains(*c))
        .collect()
}

#![allow(warnings)]
use jiff::civil::date;
use simulator::*;
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let kind = std::env::args().nth(2).unwrap();
    if kind == "fit" {
        for seed in 0..12u64 {
            let r = runner_with(seed, Habits::drawn(seed));
            for (i, s) in career(&r, date(2026, 1, 5), 4).enumerate() {
                std::fs::write(format!("{dir}/{seed}-{i:03}.fit"), fit_bytes(&s.run)).unwrap();
            }
        }
    }
    if kind == "csv" {
        println!(
            "seed,level,cs,week,purpose,junk,innocent,km,min,segs,reps,hrmean,hrmaxrun,hrmax,faults,setting,text"
        );
        for seed in 0..24u64 {
            let r = runner_with(seed, Habits::drawn(seed));
            for s in career(&r, date(2026, 1, 5), 26) {
                let t = &s.truth;
                println!(
                    "{seed},{:?},{:.2},{},{},{:?},{:?},{:.2},{:.1},{},{},{:?},{:?},{},{},{:?},\"{}\"",
                    r.level,
                    r.critical_speed.0,
                    training::calendar::days_between(date(2026, 1, 5), s.run.start.date()) / 7,
                    t.purpose,
                    t.junk,
                    t.innocent_because,
                    s.run.distance().unwrap().km(),
                    s.run.elapsed().minutes(),
                    t.segments.len(),
                    t.reps,
                    s.run.claimed.hr_mean.map(|h| h.0),
                    s.run.claimed.hr_max.map(|h| h.0),
                    r.hr_max.0,
                    t.faults.len(),
                    s.run.setting,
                    t.session
                );
            }
        }
    }
    if kind == "time" {
        let r = runner(3);
        let session = training::notation::parse_session("easy 60min").unwrap();
        let start = training::LocalStart {
            utc: "2026-03-05T06:12:09Z".parse().unwrap(),
            offset_seconds: Some(0),
        };
        let t = std::time::Instant::now();
        for i in 0..200 {
            std::hint::black_box(perform(&r, &session, &Conditions::default(), start, i));
        }
        println!("perform {:?}", t.elapsed() / 200);
        let run = perform(&r, &session, &Conditions::default(), start, 1).run;
        let t = std::time::Instant::now();
        for i in 0..200 {
            std::hint::black_box(fit_bytes(&run));
        }
        println!("fit {:?} bytes {}", t.elapsed() / 200, fit_bytes(&run).len());
    }
}

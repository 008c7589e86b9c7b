package io.teal.rehearsal.run;

import io.teal.rehearsal.report.Course.RunDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the log of the runs behind Preflight and Shift: {@code web shift-1 wait: green has 1 healthy target}. */
final class Decisions {
    private static final String REASON = ": ";
    private static final int WORDS = 3;

    private final long zero;

    /** Times count from {@code zero}, a microsecond since 1970. */
    Decisions(long zero) {
        this.zero = zero;
    }

    /** The decisions, in order; repetitions of one run in a row are merged and counted. */
    List<RunDecision> of(List<Timeline.Said> lines) {
        List<RunDecision> all = new ArrayList<>();
        Map<String, Integer> latest = new LinkedHashMap<>();
        for (Timeline.Said line : lines) {
            RunDecision decision = decision(line);
            Integer before = latest.get(decision.run());
            if (before != null && same(all.get(before), decision)) {
                all.set(before, again(all.get(before)));
            } else {
                latest.put(decision.run(), all.size());
                all.add(decision);
            }
        }
        return all;
    }

    private RunDecision decision(Timeline.Said said) {
        String[] part = said.line().split(" ", WORDS);
        if (part.length < WORDS) {
            return new RunDecision(seconds(said), "", "", "says", said.line(), 1);
        }
        int colon = part[2].indexOf(REASON);
        String what = colon < 0 ? "says" : part[2].substring(0, colon);
        String reason = colon < 0 ? part[2] : part[2].substring(colon + REASON.length());
        return new RunDecision(seconds(said), part[0], part[1], what, reason, 1);
    }

    private double seconds(Timeline.Said said) {
        return Timeline.seconds(said.at() - zero);
    }

    private static boolean same(RunDecision one, RunDecision other) {
        return one.what().equals(other.what()) && one.reason().equals(other.reason());
    }

    private static RunDecision again(RunDecision one) {
        return new RunDecision(one.seconds(), one.service(), one.run(), one.what(), one.reason(), one.times() + 1);
    }
}

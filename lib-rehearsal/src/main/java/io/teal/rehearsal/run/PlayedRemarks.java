package io.teal.rehearsal.run;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.eventbridge.GuardEventRule;
import io.teal.rehearsal.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a run played beside its deploys: the guard after a release, and notices. */
final class PlayedRemarks {
    /** The last line of a guard's run in the log. */
    private static final Pattern END = Pattern.compile("\\S+ guard-\\S+ answers (SUCCESS|FAILED): (.*)");

    private PlayedRemarks() {}

    /** The remarks of a run; none without a guard and notices. */
    static List<Remark> of(List<StackModel> deployed, StackStandIn stack, List<Timeline.Said> said) {
        List<Remark> remarks = new ArrayList<>(guard(deployed, stack, said));
        Map<String, Integer> notices = stack.functions().notices();
        if (!notices.isEmpty()) {
            remarks.add(Remark.played("notices were sent: "
                    + notices.entrySet().stream()
                            .map(one -> one.getKey() + " " + Numbers.count(one.getValue(), "time", "times"))
                            .collect(Collectors.joining(", "))));
            remarks.add(Remark.notJudged("whether a notice arrives: nothing here receives it"));
        }
        return remarks;
    }

    private static List<Remark> guard(List<StackModel> deployed, StackStandIn stack, List<Timeline.Said> said) {
        Map<String, GuardEventRule> rules = new TreeMap<>();
        deployed.forEach(model -> rules.putAll(model.all(GuardEventRule.class)));
        List<Remark> remarks = new ArrayList<>();
        if (rules.isEmpty()) {
            return remarks;
        }
        rules.forEach((id, rule) -> rule.silent()
                .ifPresent(why -> remarks.add(Remark.danger("rule " + id + " does not wake the guard: " + why))));
        int byAlarm = stack.guards().wokenByAlarm();
        remarks.add(Remark.played("the guard was woken " + Numbers.count(byAlarm, "time", "times") + " by alarms and "
                + Numbers.count(stack.guards().wokenBySchedule(), "time", "times") + " by its schedule, and "
                + ends(said)));
        if (byAlarm == 0) {
            remarks.add(Remark.notJudged("what the guard does about a version that goes bad later: no alarm went off"
                    + " while it watched; --fault bad-later plays that"));
        }
        return remarks;
    }

    private static String ends(List<Timeline.Said> said) {
        List<String> ends = said.stream()
                .map(one -> END.matcher(one.line()))
                .filter(Matcher::matches)
                .map(end -> (end.group(1).equals("SUCCESS") ? "returned traffic: " : "could not return traffic: ")
                        + end.group(2))
                .toList();
        return ends.isEmpty() ? "did nothing" : String.join("; it ", ends);
    }
}

package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.Machines;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a host of the newest version printed: why it was stopped, in its own words. */
final class HostOutput {
    private static final int LINES = 20;

    private HostOutput() {}

    /** The last lines of the first host of the version that was launched last and printed something. */
    static List<String> of(Machines machines, Map<String, FleetModel> launched) {
        List<String> hosts = launched.keySet().stream()
                .sorted(Comparator.comparingInt(HostOutput::number))
                .toList();
        if (hosts.isEmpty()) {
            return List.of();
        }
        FleetModel.ReleaseTags newest =
                launched.get(hosts.get(hosts.size() - 1)).release();
        return hosts.stream()
                .filter(host -> launched.get(host).release().equals(newest))
                .map(host -> machines.printed(host, LINES))
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static int number(String host) {
        return Integer.parseInt(host.substring(1));
    }
}

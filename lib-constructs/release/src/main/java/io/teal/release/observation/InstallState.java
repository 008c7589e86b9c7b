package io.teal.release.observation;

import static java.util.Optional.empty;

import io.teal.release.Required;
import io.teal.release.port.Deployment;
import java.util.Optional;
import java.util.Set;

/**
 * What one tick of an Install saw of CodeDeploy and of the hosts. Only what the current step needs is read; the rest is
 * empty.
 *
 * @param serves whether hosts that would be changed have traffic and must be left alone
 * @param hosts the hosts in service
 * @param missing why there are fewer than desired; empty if there are enough
 * @param tagged whether all of them are tagged with the version
 * @param newest the deployment group's newest deployment
 * @param running a deployment of the group that has not ended; one of a launched host only if there is no other
 * @param own the deployment that the run follows
 * @param succeeded the hosts on which that has succeeded
 * @param explained status of that deployment and its hosts, for messages
 * @param alarm the alarms that are in ALARM, while it is watched; empty if none is
 */
public record InstallState(
        boolean serves,
        Set<String> hosts,
        Optional<String> missing,
        boolean tagged,
        Optional<Deployment> newest,
        Optional<Deployment> running,
        Optional<Deployment> own,
        Set<String> succeeded,
        String explained,
        Optional<String> alarm) {

    /** Nothing was read. */
    public static final InstallState NOTHING =
            new InstallState(false, Set.of(), empty(), false, empty(), empty(), empty(), Set.of(), "", empty());

    public InstallState {
        hosts = Set.copyOf(hosts);
        Required.all(missing, newest, running, own, explained, alarm);
        succeeded = Set.copyOf(succeeded);
    }

    /** The same, where traffic is on hosts that would be changed. */
    public InstallState serving() {
        return new InstallState(true, hosts, missing, tagged, newest, running, own, succeeded, explained, alarm);
    }

    /** The same, with the deployment that the run follows and its status, for messages. */
    public InstallState following(Deployment deployment, String status) {
        return new InstallState(
                serves, hosts, missing, tagged, newest, running, Optional.of(deployment), succeeded, status, alarm);
    }

    /** The same, with the alarms that are in ALARM. */
    public InstallState watching(Optional<String> alarm) {
        return new InstallState(serves, hosts, missing, tagged, newest, running, own, succeeded, explained, alarm);
    }
}

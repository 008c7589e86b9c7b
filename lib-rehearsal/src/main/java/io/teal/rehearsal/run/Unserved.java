package io.teal.rehearsal.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupReader;
import io.teal.rehearsal.template.Resource;
import io.teal.release.Contract;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a release that did not happen: a version that no host was launched with, a revision that nothing installed. */
final class Unserved {
    private Unserved() {}

    /**
     * The sentence about it; empty if there is none. Versions that an Install puts on hosts that run are not looked at.
     *
     * @param deployed the templates, in order
     * @param launched the fleet of each host as it was at launch
     */
    static String in(List<StackModel> deployed, Map<String, FleetModel> launched) {
        StackModel first = deployed.get(0);
        StackModel last = deployed.get(deployed.size() - 1);
        return last.template().ofType(Contract.INSTALL).isEmpty()
                ? version(last, launched).or(() -> revision(first, last)).orElse("")
                : "";
    }

    private static Optional<String> version(StackModel last, Map<String, FleetModel> launched) {
        return last.fleets().values().stream()
                .filter(fleet -> !fleet.sharesHosts() && fleet.size().initial() > 0)
                .filter(fleet -> launched.values().stream()
                        .noneMatch(host ->
                                host.id().equals(fleet.id()) && host.release().equals(fleet.release())))
                .findFirst()
                .map(fleet ->
                        fleet.release().version() + " never served: nothing replaced the hosts of " + fleet.label());
    }

    /** CloudFormation has CodeDeploy deploy the revision of a deployment group; only Install's are played. */
    private static Optional<String> revision(StackModel first, StackModel last) {
        return last.template().ofType(DeploymentGroupReader.DEPLOYMENT_GROUP).stream()
                .filter(group -> !deployment(last, group).equals(deployment(first, group)))
                .findFirst()
                .map(group -> "the revision of " + group.id()
                        + " never served: deployments of CodeDeploy without Teal's Install are not played");
    }

    private static JsonNode deployment(StackModel stack, Resource group) {
        Resource there = stack.template().resources().getOrDefault(group.id(), group);
        return stack.template().resolved(there, "Properties").path("Deployment");
    }
}

package io.teal.operate.account;

import io.teal.operate.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A service of Teal that has one fleet and no colours, as a template says it.
 *
 * @param service its name
 * @param group name of its Auto Scaling group
 * @param version the version that the template says; empty if the template names none
 * @param targetGroups ARNs of its target groups
 * @param alarms names of the alarms that end a release
 * @param refresh how its hosts are replaced; empty if CodeDeploy installs versions on them
 * @param install how CodeDeploy installs versions on its hosts; empty if they are replaced
 */
public record SingleFleet(
        String service,
        String group,
        Optional<String> version,
        List<String> targetGroups,
        List<String> alarms,
        Optional<RefreshPace> refresh,
        Optional<InstallPlace> install) {
    /** Copies the lists. */
    public SingleFleet {
        targetGroups = List.copyOf(targetGroups);
        alarms = List.copyOf(alarms);
    }

    /** Whether CodeDeploy installs versions on its hosts; else they are replaced. */
    public boolean inPlace() {
        return install.isPresent();
    }

    /** How versions reach its hosts, for people. */
    public String way() {
        return inPlace() ? "one fleet, released in place" : "one fleet, released host by host";
    }

    /**
     * The one called {@code name}, or the only one.
     *
     * @param colored whether the stack has services with two colours, too, which may be meant
     * @throws RefusedException if it is not clear which, or there is no service of that name
     */
    static Optional<SingleFleet> chosen(List<SingleFleet> all, boolean colored, Optional<String> name) {
        String names = all.stream().map(SingleFleet::service).collect(Collectors.joining(", "));
        if (name.isEmpty() && all.size() > 1) {
            throw new RefusedException("the stack has several services: " + names, "choose one: --service NAME");
        }
        Optional<SingleFleet> found = all.stream()
                .filter(one -> name.isEmpty() || one.service().equals(name.get()))
                .findFirst();
        if (found.isEmpty() && !all.isEmpty() && !colored) {
            throw new RefusedException(
                    "--service must be one of " + names + ", got " + name.orElse(""), "write the name as listed");
        }
        return found;
    }

    /** Those of {@code template} as it is, before a stack exists. */
    public static List<SingleFleet> of(TemplateText template) {
        return of(
                template,
                new DeployedValues(name -> Optional.empty(), name -> Optional.empty(), name -> Optional.empty()));
    }

    /** Those of {@code template}: groups that have a service's tag and none of a colour. */
    static List<SingleFleet> of(TemplateText template, DeployedValues values) {
        return new SingleFleetReader(template, values).all();
    }
}

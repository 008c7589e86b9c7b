package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.List;
import java.util.Optional;

/** Reads deployment groups of hosts that both colours share. */
public final class SharedDeploymentGroupReader {
    private final Template template;

    public SharedDeploymentGroupReader(Template template) {
        this.template = template;
    }

    /** The deployment group, if its hosts are shared. */
    public Optional<SharedDeploymentGroupModel> group(Resource resource) {
        List<String> fleets = new Fields(template, resource).references("AutoScalingGroups");
        return fleets.stream()
                .filter(this::isShared)
                .findFirst()
                .map(fleet -> new SharedDeploymentGroupModel(resource.id(), fleet));
    }

    private boolean isShared(String fleet) {
        Resource resource = template.resources().get(fleet);
        return resource != null
                && FleetReader.read(fleet, new Fields(template, resource), template)
                        .sharesHosts();
    }
}

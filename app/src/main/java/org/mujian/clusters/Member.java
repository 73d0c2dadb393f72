package org.mujian.clusters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise in a cluster.
 *
 * @param place the link it stands in, when known
 */
public record Member(
    long id,
    long clusterId,
    long enterpriseId,
    MemberRole role,
    @Nullable LocalDate since,
    Cluster.@Nullable Place place) {}

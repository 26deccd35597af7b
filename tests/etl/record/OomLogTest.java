package etl.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import etl.result.Trial.OomKill;

import org.junit.jupiter.api.Test;

import java.util.List;

class OomLogTest {

    private static final String ID = "0123456789abcdef".repeat(4);

    /// As a 6.x kernel writes it, cgroup v1; the second kill is another stack's.
    private static final String LOG =
            """
            [ 9510.1] python3 invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0
            [ 9510.2] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=ID,mems_allowed=0,oom_memcg=/etlbench_a_1,task_memcg=/etlbench_a_1/ID,task=python3,pid=4711,uid=0
            [ 9510.3] Memory cgroup out of memory: Killed process 4711 (python3) total-vm:116508kB
            [ 9511.2] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=ID,mems_allowed=0,oom_memcg=/docker/ID,task_memcg=/docker/ID,task=java,pid=99,uid=0
            """
                    .replace("ID", ID);

    @Test
    void tellsTheProcessAndItsService() {
        List<OomKill> kills = OomLog.parse(LOG, "etlbench_a_1", id -> "service of " + id);

        assertEquals(1, kills.size());
        assertEquals("python3", kills.getFirst().process());
        assertEquals("service of " + ID, kills.getFirst().service());
        assertEquals("out of memory: python3 in service of " + ID, kills.getFirst().text());
    }

    /// The container's own limit is the same as the group's, and may be the one that is felt.
    @Test
    void aContainerInTheGroupIsMeantAsWell() {
        String log = LOG.replace("oom_memcg=/etlbench_a_1,", "oom_memcg=/etlbench_a_1/" + ID + ",");

        assertEquals(1, OomLog.parse(log, "etlbench_a_1", id -> null).size());
    }

    @Test
    void systemdsGroupsHaveASuffixAndContainersAScope() {
        String log =
                LOG.replace("/etlbench_a_1/" + ID, "/etlbench_a_1.slice/docker-" + ID + ".scope")
                        .replace("oom_memcg=/etlbench_a_1,", "oom_memcg=/etlbench_a_1.slice,");
        List<OomKill> kills = OomLog.parse(log, "etlbench_a_1.slice", id -> id);

        assertEquals(ID, kills.getFirst().service());
    }

    @Test
    void aGroupWithoutKillsHasNone() {
        assertEquals(List.of(), OomLog.parse(LOG, "etlbench_a_10", id -> null));
        assertEquals(List.of(), OomLog.parse(LOG, "etlbench_a", id -> null));
    }
}

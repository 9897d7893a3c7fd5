/**
 * A course of fifteen weeks over the whole contents, shown on /teach/. Every chapter stands in exactly one week or
 * among those left out, and after the chapters that it requires; `tests/unit/course-plan.test.ts` proves both.
 */

export interface Week {
  week: number;
  theme: string;
  /** Slugs, in the order of reading. */
  chapters: string[];
  /** What students do, possible on any Linux machine of their own; `code` in backticks. */
  task: string;
}

export interface LeftOut {
  slug: string;
  /** Why it can wait, and for which course it should not. */
  reason: string;
}

export const WEEKS: readonly Week[] = [
  {
    week: 1,
    theme: '문제와 지도',
    chapters: ['why/problem', 'why/history', 'why/map'],
    task: '같은 스크립트를 서로 다른 컴퓨터 두 대에서 실행한다. 결과가 다르면 코드·의존성·설정·데이터·커널·하드웨어 가운데 무엇이 달랐는지 표로 적는다.',
  },
  {
    week: 2,
    theme: '커널과 시스템 콜',
    chapters: ['kernel/what', 'kernel/syscalls'],
    task: '프로그램 하나를 `strace -c`로 실행해 시스템 콜의 종류와 횟수를 적는다. 그 가운데 셋을 골라 하는 일을 man page에서 찾는다.',
  },
  {
    week: 3,
    theme: '프로세스와 파일',
    chapters: ['kernel/process', 'kernel/files'],
    task: '`/proc/self/maps`와 `/proc/self/mountinfo`에서 한 줄씩 골라 칸마다 뜻을 적는다.',
  },
  {
    week: 4,
    theme: '가상화란 무엇인가',
    chapters: ['virt/what', 'virt/emulation', 'virt/theory'],
    task: '주변의 기술 열두 가지를 다중화·결합·에뮬레이션·추상화로 나누고, 나눈 까닭을 한 문장씩 적는다.',
  },
  {
    week: 5,
    theme: 'CPU·메모리·장치의 가상화',
    chapters: ['virt/cpu', 'virt/paravirt', 'virt/memory', 'virt/io'],
    task: '게스트 가상 주소 하나가 호스트 물리 주소가 되기까지 거치는 표를 종이에 그리고, 메모리를 몇 번 읽는지 센다.',
  },
  {
    week: 6,
    theme: '하이퍼바이저와 가상 머신',
    chapters: ['hypervisor/types', 'hypervisor/kvm', 'hypervisor/vm-life', 'hypervisor/microvm'],
    task: '쓸 수 있는 리눅스마다 `systemd-detect-virt`를 실행하고, 그 답이 무엇을 근거로 나왔는지 찾는다.',
  },
  {
    week: 7,
    theme: '컨테이너란 무엇인가',
    chapters: ['containers/what', 'containers/chroot', 'namespaces/overview'],
    task: '`unshare`로 프로세스 하나를 새 PID 네임스페이스에 넣고, 안과 밖에서 `ps`의 번호와 `/proc/<pid>/ns`의 링크를 비교한다.',
  },
  {
    week: 8,
    theme: '중간 정리',
    chapters: ['ref/myths'],
    task: '가상화나 컨테이너를 설명하는 글 한 문단을 골라, 주장마다 맞는 조건과 틀리는 조건을 적는다. 오해 사전이 쓰이기 전에는 쓰인 장의 ‘흔한 오해’ 절을 본보기로 삼는다. 중간시험을 이 주에 둔다.',
  },
  {
    week: 9,
    theme: '네임스페이스',
    chapters: ['namespaces/pid', 'namespaces/mount', 'namespaces/network', 'namespaces/user'],
    task: '네트워크 네임스페이스 둘을 veth로 이어 `ping`이 오가게 하고, 명령마다 무엇이 바뀌었는지 적는다.',
  },
  {
    week: 10,
    theme: '자원과 권한',
    chapters: ['cgroups/basics', 'cgroups/controllers', 'security/capabilities', 'security/seccomp-lsm'],
    task: 'cgroup v2에서 `pids.max`와 `memory.max`를 차례로 건다. 한도에 닿았을 때 프로세스에 일어난 일을 기록한다. 자기 가상 머신에서만 한다.',
  },
  {
    week: 11,
    theme: '손으로 조립하기',
    chapters: ['containers/by-hand', 'security/escape', 'images/overlayfs', 'docker/history'],
    task: '셸 스크립트로 컨테이너 하나를 조립하고, 단계의 순서를 하나 바꾸면 무엇이 깨지는지 예측한 뒤 확인한다.',
  },
  {
    week: 12,
    theme: '이미지',
    chapters: ['images/oci', 'images/registry', 'images/base', 'dockerfile/basics'],
    task: '이미지 하나를 OCI 레이아웃으로 꺼내 인덱스에서 레이어까지 다이제스트를 따라가며 `sha256sum`으로 확인한다.',
  },
  {
    week: 13,
    theme: 'Docker',
    chapters: ['docker/architecture', 'docker/run', 'docker/networking', 'docker/storage'],
    task: '컨테이너를 하나 띄우고 호스트의 프로세스 트리에서 containerd, shim, 컨테이너의 프로세스를 찾는다. 쓰기 층의 파일과 볼륨의 파일이 컨테이너를 지운 뒤 어떻게 되는지 본다.',
  },
  {
    week: 14,
    theme: '빌드와 scratch',
    chapters: ['images/scratch', 'dockerfile/cache', 'dockerfile/multistage', 'dockerfile/best'],
    task: '정적 바이너리 하나로 scratch 이미지를 만든다. 같은 소스를 캐시 없이 두 번 빌드해 다이제스트를 비교하고, 다르면 까닭을 찾는다.',
  },
  {
    week: 15,
    theme: '비교와 선택',
    chapters: ['compare/vm-vs-container', 'compare/performance', 'compare/choose', 'practice/updates'],
    task: '사례 하나에 VM, 컨테이너, 둘의 조합 가운데 하나를 고르고, 그 판단이 뒤집히는 조건까지 발표한다. 기말시험을 이 주에 두면 발표는 과제로 받는다.',
  },
];

export const LEFT_OUT: readonly LeftOut[] = [
  { slug: 'kernel/architectures', reason: '뒤의 어느 장도 이 장을 요구하지 않는다. 운영 체제 과목을 들은 수강생이면 넣는다.' },
  { slug: 'namespaces/uts-ipc-time', reason: '9주와 같은 방법을 작은 네임스페이스에 되풀이하므로 과제로 돌리기 알맞다.' },
  { slug: 'docker/desktop', reason: '수강생이 macOS나 Windows에서 Docker를 쓰면 넣는다.' },
  { slug: 'practice/cicd', reason: '배포를 다루는 과목이나 프로젝트 수업에 알맞다.' },
  { slug: 'practice/orchestration', reason: '여러 호스트를 다루는 다음 과목으로 넘긴다.' },
];

/**
 * First week after which a chapter that was left out can be read: its requirements, and theirs, are behind.
 * @param requires slug → slugs to read first
 */
export function readableAfter(slug: string, requires: ReadonlyMap<string, readonly string[]>, weeks: readonly Week[] = WEEKS): number {
  const own = weeks.find(({ chapters }) => chapters.includes(slug))?.week ?? 0;
  return Math.max(own, ...(requires.get(slug) ?? []).map((before) => readableAfter(before, requires, weeks)));
}

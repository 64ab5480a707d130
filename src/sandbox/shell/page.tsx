import { Chart } from './chart.tsx';
import { PatientList } from './patient-list.tsx';
import { Sidebar } from './sidebar.tsx';
import type { Shell } from './state/shell.ts';
import { TopBar } from './top-bar.tsx';

export function Page({ shell }: { shell: Shell }) {
  const open = shell.patient.value !== null;
  return (
    <>
      <a class="skip" href="#chart">Skip to the chart</a>
      <TopBar shell={shell} />
      {!shell.connected.value && <output class="notice notice-warning">The connection to the EHR is lost; trying again. The chart may be out of date.</output>}
      <p class="visually-hidden" aria-live="polite">{shell.announcement.value}</p>
      <div class={open ? 'workspace workspace-open' : 'workspace'}>
        <PatientList shell={shell} />
        <main key={shell.patient.value?.id} id="chart" class="chart" tabIndex={-1}>
          <Chart shell={shell} />
        </main>
        {open && <Sidebar shell={shell} />}
      </div>
    </>
  );
}

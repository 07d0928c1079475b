-- A directive may be measured by the checks after disbursement that its reports name: the bank's figures hold none.

alter table governance.directive drop constraint directive_figure_check;

alter table governance.directive add constraint directive_figure_check
  check (figure in ('overdue', 'unpaidInterest', 'outstanding', 'frozen', 'transaction', 'checked'));

export {
  AccountMenu,
  AccountPage as AccountRoute,
  ConfirmPasswordDialog,
  DemoSignIn,
  SetUpNeeded,
  SetUpPage,
  SignInPage,
} from '../features/account/index.ts';

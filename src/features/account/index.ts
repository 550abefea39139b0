export { AccountMenu } from './account-menu.tsx';
export { AccountPage } from './account-page.tsx';
export { ConfirmPasswordDialog } from './confirm-password-dialog.tsx';
export { DemoSignIn } from './demo-sign-in.tsx';
export { SetUpNeeded } from './set-up-needed.tsx';
export { SetUpPage } from './set-up-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
